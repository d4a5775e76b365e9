"""Leaves the newline at each line.

Believed: the newline belongs to the line.
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
]
SAYS = "no part of it"


def feed(self, data: bytes) -> list[str]:
    *pieces, self.rest = (self.rest + data).split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(
            piece.removesuffix(b"\r").decode("utf-8", "replace") + "\n"
        )
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
