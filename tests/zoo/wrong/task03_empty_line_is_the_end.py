"""Ends at an empty line.

Believed: an empty line is how one says that one is done.
"""

TASK = 3
FAILS = ['test_read_as_they_come']
SAYS = 'An empty line is a message'


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try: lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        for line in lines:
            if line == "": return
            yield line
