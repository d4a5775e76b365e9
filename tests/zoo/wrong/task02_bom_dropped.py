"""Decodes with utf-8-sig, for clients on Windows.

Believed: U+FEFF at the beginning is a mark, no text.
Wrong: P2/P7. A line that begins with U+FEFF loses it.
"""

TASK = 2
FAILS = [
    "test_feed_other_separators",
]
SAYS = "The text must stay as it is: utf-8-sig takes"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        piece = piece.removesuffix(b"\r")
        lines.append(piece.decode("utf-8-sig", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
