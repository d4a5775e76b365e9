"""An empty input line is not sent.

Believed: Enter alone says nothing, so there is nothing to send.
"""

TASK = 11
FAILS = ["test_sends_each_line"]
SAYS = "An empty line is a message"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if not text:
                continue
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
