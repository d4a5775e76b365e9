"""What is left at the end of the stream is yielded as a line.

Believed: nothing that was said may be lost.
"""

TASK = 3
FAILS = [
    "test_read_unfinished",
]
SAYS = "no newline when the stream ends"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
    if buffer.rest:
        yield buffer.rest.decode("utf-8", "replace")
