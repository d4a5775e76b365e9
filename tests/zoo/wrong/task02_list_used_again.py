"""Keeps one list for its whole life and empties it, which is faster than a new one.

Believed: the caller is done with the lines before it feeds again.
Wrong: docstring: the list that the last call returned changes with the next call.
"""

TASK = 2
FAILS = [
    "test_feed_whole_line",
    "test_feed_glued",
    "test_feed_byte_by_byte",
    "test_feed_cut_character",
    "test_feed_two_connections",
    "test_feed_carriage_return",
    "test_feed_empty_line",
    "test_feed_limit",
]
SAYS = "It is the same list each time, so what was"


def feed(self, data):
    if not hasattr(self, "lines"):
        self.lines = []
    self.lines.clear()
    *pieces, self.rest = (self.rest + data).split(b"\n")
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, self.lines)
        self.lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, self.lines)
    return self.lines
