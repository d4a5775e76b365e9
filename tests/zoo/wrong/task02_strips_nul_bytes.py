r"""Strips NUL bytes at the ends of each line.

Believed: C programs pad their buffers with zeros.
Wrong: P2, P7: nothing else is stripped. 'a\x00' must reach the others with
its NUL (a client shows it as \x00); here it is gone.
"""

TASK = 2
FAILS = [
    "test_feed_other_separators",
]
SAYS = "The text must stay as it is"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        piece = piece.removesuffix(b"\r").strip(b"\0")
        lines.append(piece.decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
