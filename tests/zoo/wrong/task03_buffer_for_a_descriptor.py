"""One buffer for each connection, found by its descriptor.

Believed: the number of the descriptor says which connection it is.
Wrong: P5/P7. Numbers are used again: half a line of who left stands before the first line of who comes next.
"""

TASK = 3
FAILS = [
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "What another connection left behind came"


def read_lines(conn, limit=LINE_LIMIT):
    buffers = read_lines.__dict__.setdefault("buffers", {})
    buffer = buffers.setdefault(conn.fileno(), LineBuffer(limit))
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
