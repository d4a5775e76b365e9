"""A short cut for chunks of whole lines.

Believed: a chunk that ends with a newline is all whole lines: take off the newline at its end and split.
Wrong: P2. rstrip takes all newlines at the end: of 'a\\n\\n' in one chunk only 'a' is left (a lone empty line works).
"""

TASK = 2
FAILS = [
    "test_feed_empty_line",
]
SAYS = "An empty line is a message as well: do not"


def feed(self, data):
    if not self.rest and data.endswith(b"\n") and len(data) <= self.limit:
        text = data.decode("utf-8", "replace").rstrip("\n")
        return [line.removesuffix("\r") for line in text.split("\n")]
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
