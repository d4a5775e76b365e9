"""Decodes the whole lines, and lets str.splitlines cut them.

Believed: splitlines cuts at newlines.
"""

TASK = 2
FAILS = [
    "test_feed_carriage_return",
    "test_feed_other_separators",
    "test_feed_invalid_utf8",
    "test_feed_limit",
]
SAYS = "splitlines()"


def feed(self, data):
    whole, newline, self.rest = (self.rest + data).rpartition(b"\n")
    lines = []
    for line in (whole + newline).decode("utf-8", "replace").splitlines():
        if len(line.encode()) > self.limit:
            raise LineTooLong(self.limit, lines)
        lines.append(line)
    if len(self.rest) > self.limit:
        raise LineTooLong(self.limit, lines)
    return lines
