"""Looks at the rest when a chunk completes no line.

Believed: where a line was completed the rest is new, and the rest of one chunk is short.
Wrong: P3 / 'as soon as'. 'hi\\n' and 5000 bytes in one chunk: no LineTooLong until more comes.
"""

TASK = 2
FAILS = [
    "test_feed_limit",
]
SAYS = "Each piece must be measured, and the rest as"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    if not pieces and len(self.rest) > self.limit:
        raise LineTooLong(self.limit, [])
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    return lines
