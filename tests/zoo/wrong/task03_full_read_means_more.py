"""A recv that came back full is followed by another before anything is told.

Believed: 4096 bytes of 4096 asked for: there must be more, fetch it at once.
Wrong: P2, P7 (P3): when a burst is exactly 4096 bytes (64 lines of 64), or 8192 there
is no more: recv waits, and all 64 lines are heard only when their author
speaks again. Any other length is right.
"""

TASK = 3
FAILS = [
    "test_read_glued_and_split",
]
SAYS = "A chunk of just the size that was asked for may be the"


def read_lines(conn, limit=LINE_LIMIT):
    size = 4096
    buffer = LineBuffer(limit)
    while data := conn.recv(size):
        while len(data) % size == 0 and (more := conn.recv(size)):
            data += more
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
