"""Measures the line that was begun before, and the one that is not complete.

Believed: only what is put together from several chunks can get long.
Wrong: P3. A long line that comes whole behind a short one in the same chunk is accepted.
"""

TASK = 2
FAILS = [
    "test_feed_limit",
]
SAYS = "Each piece must be measured, and the rest as"


def feed(self, data):
    whole = self.rest + data
    if whole.find(b"\n") > self.limit:
        raise LineTooLong(self.limit, [])
    *pieces, self.rest = whole.split(b"\n")
    lines = [p.removesuffix(b"\r").decode("utf-8", "replace") for p in pieces]
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
