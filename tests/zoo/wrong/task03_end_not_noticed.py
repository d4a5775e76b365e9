"""The end of the stream is not looked for.

Believed: recv raises an exception when the peer has gone.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
    "test_read_unfinished",
]
SAYS = "again and again"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while True:
        try:
            lines = buffer.feed(conn.recv(65536))
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
