"""Every \\r before the newline is dropped.

Believed: rstrip and removesuffix do the same.
"""

TASK = 2
FAILS = [
    "test_feed_carriage_return",
]
SAYS = "strip takes away every"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.rstrip(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
