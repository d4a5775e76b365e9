"""The first line, and then the same for what is behind it.

Believed: recursion is elegant, and a chunk holds a few lines.
Wrong: P2. More than about 980 lines in one chunk end in a RecursionError.
"""

TASK = 2
FAILS = [
    "test_feed_glued",
]
SAYS = "A chunk may hold thousands of lines, and a"


def feed(self, data):
    piece, newline, tail = (self.rest + data).partition(b"\n")
    if len(piece) > self.limit:
        raise LineTooLong(self.limit, [])
    if not newline:
        self.rest = piece
        return []
    line = piece.removesuffix(b"\r").decode("utf-8", "replace")
    self.rest = b""
    try:
        return [line] + self.feed(tail)
    except LineTooLong as error:
        raise LineTooLong(self.limit, [line] + error.lines) from None
