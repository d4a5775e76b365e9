"""Yields the first line of each chunk.

Believed: a chunk completes one line at most.
"""

TASK = 3
FAILS = ["test_read_glued_and_split"]
SAYS = "may complete several lines"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        if lines:
            yield lines[0]
