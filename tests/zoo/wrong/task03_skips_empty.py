"""Leaves empty lines out.

Believed: an empty line carries nothing, so it is no message.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
]
SAYS = "An empty line is a"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from filter(None, error.lines)
            raise
        for line in lines:
            if line:
                yield line
