"""Takes the line end off with splitlines.

Believed: a line of stdin is one line, splitlines merely drops its newline.
Wrong: C2, P2. U+2028, U+0085, a form feed in a line of input make two
messages of it.
"""

TASK = 11
FAILS = [
    "test_sends_each_line",
]
SAYS = "splitlines() cuts at U+2028 and more: only a"


def input_thread(self):
    try:
        for line in sys.stdin:
            for text in line.splitlines():
                if text == GOODBYE:
                    self.leave()
                    return
                try:
                    self.conn.sendall(encode_line(text))
                except ValueError as error:
                    print(f"Not sent: {error}", file=sys.stderr)
        self.leave()
    except OSError:
        pass
