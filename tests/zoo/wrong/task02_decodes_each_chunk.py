"""Decodes each chunk as it comes.

Believed: whatever recv brings can be decoded.
"""

TASK = 2
FAILS = [
    "test_feed_byte_by_byte",
    "test_feed_cut_character",
    "test_feed_invalid_utf8",
]
SAYS = "decode whole lines only"


def feed(self, data):
    text = self.rest.decode() + data.decode("utf-8", "replace")
    *lines, rest = text.split("\n")
    self.rest = rest.encode()
    for line in lines:
        if len(line.encode()) > self.limit:
            raise LineTooLong(self.limit, lines[: lines.index(line)])
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return [line.removesuffix("\r") for line in lines]
