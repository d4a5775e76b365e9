"""Makes the buffer anew for each chunk.

Believed: the buffer is emptied by feed anyway.
"""

TASK = 3
FAILS = ["test_read_glued_and_split"]
SAYS = "once, before the loop"


def read_lines(conn, limit=LINE_LIMIT):
    while data := conn.recv(65536):
        buffer = LineBuffer(limit)
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
