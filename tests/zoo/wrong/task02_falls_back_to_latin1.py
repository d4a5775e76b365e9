r"""What is not UTF-8 is read as Latin-1.

Believed: a known recipe: try UTF-8, and if that fails it must be Latin-1.
Wrong: P4: a line b'caf\xe9 \xc3\xa9' must become 'caf\ufffd é'; the others
read 'café Ã©'.
"""

TASK = 2
FAILS = [
    "test_feed_invalid_utf8",
]
SAYS = "What is not UTF-8 must not become other letters"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        piece = piece.removesuffix(b"\r")
        try:
            lines.append(piece.decode("utf-8"))
        except UnicodeDecodeError:
            lines.append(piece.decode("latin-1"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
