"""The lines before the long one are not yielded.

Believed: the exception goes through by itself, so there is nothing to do.
"""

TASK = 3
FAILS = [
    "test_read_too_long",
]
SAYS = "LineTooLong carries in `lines`"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        yield from buffer.feed(data)
