"""Waits at most a second, and then again, so that it cannot hang.

Believed: a timeout for recv concerns recv alone.
Wrong: P11. The socket's timeout is for sending too: with a full socket the sender waits a second, and the client is dropped though it is not past the bound.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
    "test_read_unfinished",
]
SAYS = "A timeout is the connection's, not recv's:"


def read_lines(conn, limit=LINE_LIMIT):
    conn.settimeout(1.0)
    buffer = LineBuffer(limit)
    while True:
        try:
            data = conn.recv(65536)
        except TimeoutError:
            continue  # nothing said, that is all
        if not data:
            return
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
