"""Measures each line when it has been decoded.

Believed: a character is a byte.
"""

TASK = 2
FAILS = ["test_feed_limit"]
SAYS = "You count characters"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        text = piece.removesuffix(b"\r").decode("utf-8", "replace")
        if len(text) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(text)
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
