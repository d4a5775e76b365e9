"""Counts the newline as one of the 4096 bytes

Believed: the line is 4096 bytes with its newline.
Wrong: C2, P3 (before its newline). A line of exactly 4096 bytes is allowed, but
this client does not send it.
"""

TASK = 11
FAILS = [
    "test_too_long_to_send",
]
SAYS = "4096 bytes are allowed"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            try:
                self.conn.sendall(encode_line(text, 4095))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
