"""The buffer is a default argument, so it is one for all connections.

Believed: a default value is made anew at each call.
"""

TASK = 3
FAILS = [
    "test_read_unfinished",
]
SAYS = "a LineBuffer of its own"


def read_lines(conn, limit=LINE_LIMIT, buffer=LineBuffer()):
    buffer.limit = limit
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
