"""The goodbye that was typed is sent as a line, and once more after the loop.

Believed: the code behind the loop runs at the end of the input only.
"""

TASK = 11
FAILS = ["test_says_goodbye"]
SAYS = "was sent twice"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
            if text == GOODBYE:
                break
        self.leave()
    except OSError:
        pass
