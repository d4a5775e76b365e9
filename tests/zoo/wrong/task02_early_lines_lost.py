"""LineTooLong carries no lines.

Believed: who sends too much has lost everything.
"""

TASK = 2
FAILS = ["test_feed_limit"]
SAYS = "LineTooLong must carry"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, [])
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, [])
    return lines
