"""Strips each line.

Believed: strip is how one gets rid of the end of a line.
"""

TASK = 2
FAILS = ["test_feed_carriage_return"]
SAYS = "strip() takes away more"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.strip().decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
