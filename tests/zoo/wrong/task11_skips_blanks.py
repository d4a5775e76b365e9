"""Does not bother the others with lines of nothing but spaces.

Believed: an empty line is a message (P2), but "   " is a slip of the thumb.
Wrong: C2. A line of spaces, or of a tab, is not sent. (An empty one is:
"".isspace() is False.)
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "A line of spaces is a message as well: send"


def input_thread(self):
    try:
        for line in sys.stdin:
            text = line.rstrip("\r\n")
            if text == GOODBYE:
                break
            if text.isspace():
                continue
            try:
                self.conn.sendall(encode_line(text))
            except ValueError as error:
                print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
