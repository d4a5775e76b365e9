"""Measures the line after it was decoded.

Believed: decode and encode again gives the same bytes, so it has the same length.
Wrong: P3/P4. 2000 bytes 0xff are 2000 bytes, but become 6000: a line that is allowed is too long.
"""

TASK = 2
FAILS = [
    "test_feed_invalid_utf8",
]
SAYS = "What is not UTF-8 grows"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        line = piece.decode("utf-8", "replace")
        if len(line.encode("utf-8")) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(line.removesuffix("\r"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
