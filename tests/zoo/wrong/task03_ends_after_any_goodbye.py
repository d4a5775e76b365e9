"""Stops after a line that ends with 'Bye!'.

Believed: after the goodbye nothing comes.
Wrong: P9, C1: a client that reads '1:Bye!' says 'Server closed the
connection' and ends, since another one left; and 'I said Bye!' closes its
author.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
]
SAYS = "What a line says is no matter for read_lines"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        for line in lines:
            yield line
            if line.endswith("Bye!"):
                return
