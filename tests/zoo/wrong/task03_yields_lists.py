"""Yields the list that feed gives back.

Believed: yield hands out the lines one by one.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
    "test_read_silence",
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "yield from lines"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield lines
