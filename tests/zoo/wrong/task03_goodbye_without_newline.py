"""Is kind to a goodbye that lacks its newline.

Believed: who sends Bye! and closes has said goodbye.
Wrong: P5. 'Bye!' and the end of the stream is no message, but all hear N:Bye!.
"""

TASK = 3
FAILS = [
    "test_read_unfinished",
]
SAYS = "What has no newline when the stream ends is"


def read_lines(conn, limit=LINE_LIMIT):
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
    if buffer.rest == b"Bye!":
        yield "Bye!"
