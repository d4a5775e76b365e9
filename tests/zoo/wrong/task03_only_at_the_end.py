"""Collects all lines, and yields them at the end of the stream.

Believed: first read everything, then work on it.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "before the stream ends"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    lines = []
    while data := conn.recv(65536):
        try:
            lines += buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
    yield from lines
