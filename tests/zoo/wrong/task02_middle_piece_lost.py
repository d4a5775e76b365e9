"""A piece without any newline replaces the rest.

Believed: what comes behind the last newline of the new data is the rest; a
line comes in two pieces at most.
"""

TASK = 2
FAILS = [
    "test_feed_whole_line",
    "test_feed_byte_by_byte",
    "test_feed_cut_character",
]
SAYS = "put the next"


def feed(self, data):
    *pieces, last = data.split(b"\n")
    if pieces:
        pieces[0] = self.rest + pieces[0]
    self.rest = last
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
