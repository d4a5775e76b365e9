"""After the lines before the long one it ends, and nothing is raised.

Believed: an exception that was caught is dealt with.
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
            yield from error.lines
            return
        yield from lines
