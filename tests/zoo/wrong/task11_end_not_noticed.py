"""Goes on reading at the end of the input.

Believed: readline waits until something is there.
"""

TASK = 11
FAILS = ["test_end_of_input"]
SAYS = "again and again"


def input_thread(self):
    try:
        while True:
            text = sys.stdin.readline().rstrip("\r\n")
            if text == GOODBYE:
                self.leave()
                return
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
    except OSError:
        pass
