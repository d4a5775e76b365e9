"""Decodes strictly.

Believed: what comes over the network is UTF-8.
"""

TASK = 2
FAILS = ["test_feed_invalid_utf8"]
SAYS = "told to replace them"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
