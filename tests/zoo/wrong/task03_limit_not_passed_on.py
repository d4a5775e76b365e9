"""The limit is not handed to the buffer.

Believed: LineBuffer knows the limit by itself.
"""

TASK = 3
FAILS = [
    "test_read_too_long",
]
SAYS = "LineBuffer(limit)"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer()
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
