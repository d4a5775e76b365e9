"""Yields the lines.

Believed: to yield and to return a list are the same.
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
    "test_feed_other_separators",
    "test_feed_invalid_utf8",
    "test_feed_limit",
    "test_feed_endless",
]
SAYS = "collect the lines"


def feed(self, data: bytes) -> list[str]:
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        yield piece.removesuffix(b"\r").decode("utf-8", "replace")
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
