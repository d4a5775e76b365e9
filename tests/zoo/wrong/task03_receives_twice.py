"""Receives in the head of the loop, and once more in its body.

Believed: the head only looks whether there is something to receive.
Wrong: P2. The first chunk is thrown away, and the third, and so on: every
other line is never heard.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
    "test_read_silence",
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "What the first recv brings is thrown away"


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    buffer = LineBuffer(limit)
    while conn.recv(65536) != b"":
        data = conn.recv(65536)
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
