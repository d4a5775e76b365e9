"""The limit is checked before the bytes are cut into lines.

Believed: the buffer may never hold more than limit bytes, so check it
first.
"""

TASK = 2
FAILS = [
    "test_feed_glued",
    "test_feed_limit",
]
SAYS = "The limit is for one line"


def feed(self, data):
    self.rest += data
    if len(self.rest) > self.limit and not self.rest.endswith(b"\n"):
        raise LineTooLong(self.limit, [])
    *pieces, self.rest = self.rest.split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    return lines
