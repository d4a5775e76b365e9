"""Bytes that are not UTF-8 are left out.

Believed: ignore and replace are two words for one thing.
"""

TASK = 2
FAILS = ["test_feed_invalid_utf8"]
SAYS = "must not vanish"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "ignore"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
