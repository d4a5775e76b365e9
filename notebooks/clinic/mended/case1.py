"""Case 1: `read_lines` of framing.py. The rest of the server is healthy."""


def read_lines(conn, limit=LINE_LIMIT):
    """Yield the lines of `conn` as they come, until the end of the stream."""
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
