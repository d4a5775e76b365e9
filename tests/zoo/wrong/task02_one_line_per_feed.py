"""Takes one line only from what came; the second of a chunk waits until more bytes come.

Believed: each call brings one message at most.
"""

TASK = 2
FAILS = [
    "test_feed_glued",
    "test_feed_empty_line",
    "test_feed_invalid_utf8",
    "test_feed_limit",
]
SAYS = ""


def feed(self, data):
    self.rest += data
    line, newline, behind = self.rest.partition(b"\n")
    if len(line) > self.limit:
        raise LineTooLong(self.limit, [])
    if not newline:
        return []
    self.rest = behind
    return [line.removesuffix(b"\r").decode("utf-8", "replace")]
