"""Leaves out lines that are blank; the others it yields as they are.

Believed: who presses Enter without a word has said nothing.
Wrong: P2. An empty line is a message, and nobody gets it. No line that is
yielded was changed.
"""

TASK = 3
FAILS = [
    "test_read_as_they_come",
]
SAYS = "An empty line is a message as well"


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            lines = error.lines
            yield from lines
            raise
        for line in lines:
            if line.strip() == "":
                continue
            yield line
