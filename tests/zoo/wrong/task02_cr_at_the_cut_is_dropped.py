"""Drops a \\r at the end of a chunk: its \\n is on its way.

Believed: a chunk ends with \\r only if \\r\\n was cut in two.
Wrong: P2/P7. 'a\\r' and then 'b\\n' is 'a\\rb', not 'ab'; 'a\\r' and '\\r\\n' loses both.
"""

TASK = 2
FAILS = [
    "test_feed_carriage_return",
]
SAYS = "One \\r before the newline is dropped, and"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    self.rest = self.rest.removesuffix(b"\r")  # the \n comes next time
    return lines
