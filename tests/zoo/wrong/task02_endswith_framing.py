"""Gives lines only when the bytes end with a newline: "a\\nb" holds back "a" too.

Believed: ends with a newline means complete, anything else means wait.
"""

TASK = 2
FAILS = [
    "test_feed_glued",
    "test_feed_cut_character",
    "test_feed_limit",
]
SAYS = "A chunk may hold whole"


def feed(self, data):
    self.rest += data
    if not self.rest.endswith(b"\n"):
        if len(self.rest.rsplit(b"\n", 1)[-1]) > self.limit:
            raise LineTooLong(self.limit, [])
        return []
    whole, self.rest = self.rest[:-1], b""
    lines = []
    for piece in whole.split(b"\n"):
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    return lines
