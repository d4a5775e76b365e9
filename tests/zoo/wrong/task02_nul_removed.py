"""Takes NUL bytes out before they do harm.

Believed: a NUL ends a string in C; no text holds one.
Wrong: P2/P7 (nothing else is stripped). 'a\\0b' arrives as 'ab'.
"""

TASK = 2
FAILS = [
    "test_feed_other_separators",
]
SAYS = "The text must stay as it is: nothing in it is"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        piece = piece.removesuffix(b"\r").replace(b"\0", b"")
        lines.append(piece.decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
