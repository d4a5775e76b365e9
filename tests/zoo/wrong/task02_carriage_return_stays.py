"""The \\r before the newline stays.

Believed: split at the newline leaves the text alone.
"""

TASK = 2
FAILS = ["test_feed_carriage_return"]
SAYS = "One \\r before the newline"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
