"""Measures what has no newline yet, and no whole line.

Believed: the limit is against those who never send a newline; a line that
has come whole is here already.
Wrong: P3. A line of 5000 bytes that comes together with its newline is let
through, and the sender of it is never told.
"""

TASK = 2
FAILS = [
    "test_feed_limit",
]
SAYS = "Each piece must be measured"


def feed(self, data: bytes) -> list[str]:
    self.rest += data
    if b"\n" not in self.rest:
        if len(self.rest) > self.limit:
            raise LineTooLong(self.limit, [])
        return []
    *pieces, self.rest = self.rest.split(b"\n")
    lines = []
    for piece in pieces:
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    return lines
