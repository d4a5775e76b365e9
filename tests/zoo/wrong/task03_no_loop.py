"""Receives once, and has no loop.

Believed: a generator is called again for each next line, from its first
statement on.
Wrong: P2. After the lines of the first chunk it ends: who said one line is
thrown out, whatever the next line is.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
    "test_read_silence",
    "test_read_glued_and_split",
]
SAYS = "One recv brings what is there now"


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    buffer = LineBuffer(limit)
    data = conn.recv(65536)
    if data:
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
