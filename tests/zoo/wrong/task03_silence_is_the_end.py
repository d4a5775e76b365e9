"""Gives up when nothing comes for a second.

Believed: who says nothing for so long has left.
"""

TASK = 3
FAILS = [
    "test_read_silence",
    "test_read_glued_and_split",
    "test_read_unfinished",
]
SAYS = "timeout"


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    buffer = LineBuffer(limit)
    conn.settimeout(1)
    while True:
        try:
            data = conn.recv(65536)
        except TimeoutError:
            return
        if not data:
            return
        try:
            lines = buffer.feed(data)
        except LineTooLong as e:
            yield from e.lines
            raise
        yield from lines
