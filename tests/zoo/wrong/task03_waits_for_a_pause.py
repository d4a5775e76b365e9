"""Lines are held back until nothing has come for a twentieth of a second.

Believed: A line is whole when the sender pauses.
Wrong: P2. The newline ends it. While somebody talks on without a pause, or
several talk at once, nobody hears a line; and every line comes late.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
    "test_read_glued_and_split",
    "test_read_unfinished",
    "test_read_too_long",
]
SAYS = "ends with its newline"


def read_lines(conn, limit=LINE_LIMIT):
    buffer, lines, before = LineBuffer(limit), [], conn.gettimeout()
    while True:
        conn.settimeout(0.05 if lines else None)
        try:
            data = conn.recv(65536)
        except TimeoutError:
            yield from lines
            lines = []
            continue
        finally:
            conn.settimeout(before)
        if not data:
            yield from lines
            return
        try:
            lines += buffer.feed(data)
        except LineTooLong as error:
            yield from lines
            yield from error.lines
            raise LineTooLong from None
