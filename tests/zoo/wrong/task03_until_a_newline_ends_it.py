"""Receives until what came ends with a newline.

Believed: endswith(b'\\n') tells that the message is there.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "says nothing"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    data = b""
    while received := conn.recv(65536):
        data += received
        if not data.endswith(b"\n"):
            continue
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
        data = b""
