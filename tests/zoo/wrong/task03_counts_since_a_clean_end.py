r"""Counts the bytes since the last piece that ended with a newline.

Believed: a line ends where a piece ends with a newline.
Wrong: P3: pieces like 'a\nb' and 'c\nd' (a program's output through a pipe)
never end with one; after 4096 bytes of short lines the client is told
'Server: line too long' and closed.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
]
SAYS = "A newline at the end of a chunk says nothing"


def read_lines(conn, limit=LINE_LIMIT):
    buffer, pending = LineBuffer(limit), 0
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
        pending = 0 if data.endswith(b"\n") else pending + len(data)
        if pending > limit:
            raise LineTooLong(limit, [])
