"""Takes feed(b'') for the end and hands out the rest.

Believed: b'' is the end of the stream, and what is there by then should not be lost.
Wrong: docstring (b'' completes nothing) / P5.
"""

TASK = 2
FAILS = [
    "test_feed_whole_line",
]
SAYS = "What has no newline yet is no line: keep it,"


def feed(self, data):
    if not data and self.rest:
        last, self.rest = self.rest, b""
        return [last.removesuffix(b"\r").decode("utf-8", "replace")]
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
