"""Hands over all good lines, and complains of the long one at the end.

Believed: nothing that was said should be lost, so what stands behind the long line is kept as well.
Wrong: docstring ('the lines before it') / P3. 'a\\n', a long line, 'b\\n' in one chunk: b is heard.
"""

TASK = 2
FAILS = [
    "test_feed_limit",
]
SAYS = "LineTooLong must carry the whole lines that"


def feed(self, data):
    *pieces, self.rest = (self.rest + data).split(b"\n")
    good = [piece for piece in pieces if len(piece) <= self.limit]
    lines = [p.removesuffix(b"\r").decode("utf-8", "replace") for p in good]
    if len(good) < len(pieces) or len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
