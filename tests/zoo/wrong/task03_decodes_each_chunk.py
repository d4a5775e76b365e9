"""Makes good UTF-8 of each chunk before it goes any further.

Believed: whatever recv brings can be decoded, and bad bytes should go no
further than here.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
]
SAYS = "decodes whole lines only"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        text = data.decode("utf-8", "replace")
        try:
            lines = buffer.feed(text.encode())
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
