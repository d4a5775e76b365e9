"""A line that is too long is thrown away, and reading goes on.

Believed: the line is the mistake, so skip the line.
"""

TASK = 3
FAILS = ["test_read_too_long"]
SAYS = "raise it again"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            lines = error.lines
            buffer = LineBuffer(limit)
        yield from lines
