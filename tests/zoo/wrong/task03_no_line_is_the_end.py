"""Takes a chunk that completes no line for the end of the stream.

Believed: no lines means that nothing came, and that is the end.
"""

TASK = 3
FAILS = ["test_read_glued_and_split"]
SAYS = 'Only b"" is the end'


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while True:
        try:
            lines = buffer.feed(conn.recv(65536))
        except LineTooLong as error:
            yield from error.lines
            raise
        if not lines:
            break
        yield from lines
