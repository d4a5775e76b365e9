"""What comes behind the last newline is not kept.

Believed: recv never stops in the middle of a line.
"""

TASK = 2
FAILS = [
    "test_feed_whole_line",
    "test_feed_glued",
    "test_feed_byte_by_byte",
    "test_feed_cut_character",
    "test_feed_two_connections",
    "test_feed_carriage_return",
    "test_feed_limit",
]
SAYS = "behind the last newline"


def feed(self, data):
    *pieces, rest = data.split(b"\n")
    lines = []
    for piece in pieces:
        if len(piece) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
    if len(rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
