"""Makes the control characters visible before it sends.

Believed: what must not reach a terminal had better not be sent at all.
Wrong: C2, P7 "to the letter". A tab in the input arrives as \\x09, four
characters; 1025 control characters are too long to be sent.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "What is typed is sent as it is; visible is"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = visible(line.rstrip("\r\n"))
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
