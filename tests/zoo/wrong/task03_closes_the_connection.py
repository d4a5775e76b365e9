"""Closes the connection when it has read all: with conn.

Believed: who opens a with cleans up; after the last line nobody needs the socket.
Wrong: P3, P9, docstring. 'Server: line too long' cannot be sent any more; a close with unread bytes after Bye! is a reset.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "The connection is closed here, and whoever"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    with conn:
        while data := conn.recv(65536):
            try:
                lines = buffer.feed(data)
            except LineTooLong as error:
                yield from error.lines
                raise
            yield from lines
