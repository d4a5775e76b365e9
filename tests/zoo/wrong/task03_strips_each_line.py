"""Strips each line before it is yielded.

Believed: spaces at the ends are dirt.
"""

TASK = 3
FAILS = ["test_read_as_they_come"]
SAYS = "no strip"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        for line in lines:
            yield line.strip()
