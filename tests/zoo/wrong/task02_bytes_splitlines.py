"""bytes.splitlines cuts the lines.

Believed: splitlines on bytes ends a line at a newline, with or without \\r,
and nowhere else.
"""

TASK = 2
FAILS = [
    "test_feed_carriage_return",
]
SAYS = "splitlines() ends a line"


def feed(self, data):
    pieces = (self.rest + data).splitlines(keepends=True)
    self.rest = b""
    if pieces and not pieces[-1].endswith(b"\n"):
        self.rest = pieces.pop()
    lines = []
    for piece in pieces:
        piece = piece.removesuffix(b"\n")
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
