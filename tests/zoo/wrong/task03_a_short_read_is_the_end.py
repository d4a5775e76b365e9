"""Takes a recv that is not full for the end.

Believed: a recipe of the web: if len(data) < 1024, everything has come.
Wrong: P9, P10: after its first message a client is closed, without a goodbye.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
    "test_read_silence",
    "test_read_glued_and_split",
]
SAYS = "A chunk may be shorter than what was asked for at any"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while True:
        data = conn.recv(1024)
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
        if len(data) < 1024:
            break
