"""Only whole lines are checked for their length.

Believed: a line can be too long only when it is complete.
"""

TASK = 2
FAILS = [
    "test_feed_limit",
    "test_feed_endless",
]
SAYS = "rest"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    return lines
