"""Reads what is left of a long line before it complains.

Believed: unread bytes make a reset of the close, so take them all first.
Wrong: P3. A client that sends 5000 bytes and waits for the answer waits for ever: the server waits for its end.
"""

TASK = 3
FAILS = [
    "test_read_too_long",
]
SAYS = "A line that is too long may never end: raise"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            while data and not data.endswith(b"\n"):
                data = conn.recv(65536)
            raise
        yield from lines
