"""Ends when b'' came and nothing is left of a line.

Believed: with half a line in the buffer b'' only means that the rest has not come yet.
Wrong: P5, P10. Half a line and then the end of the stream: it spins for ever, and the client stays.
"""

TASK = 3
FAILS = [
    "test_read_unfinished",
]
SAYS = "At the end of the stream recv gives b\"\","


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while True:
        data = conn.recv(65536)
        if not data and not buffer.rest:
            return
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
