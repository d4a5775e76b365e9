""">= for >: a line of exactly the limit is refused.

Believed: limit is the first length that is too long, as in range.
"""

TASK = 2
FAILS = [
    "test_feed_limit",
]
SAYS = "4096 bytes are still allowed"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) >= self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) >= self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
