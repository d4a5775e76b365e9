"""The \\r is dropped before the line is measured.

Believed: what is dropped does not count.
"""

TASK = 2
FAILS = ["test_feed_limit"]
SAYS = "The \\r counts"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        piece = piece.removesuffix(b"\r")
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
