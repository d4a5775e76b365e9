"""Lines out of bytes: how a stream becomes messages (P2 to P5)."""

import socket
from collections.abc import Iterator

LINE_LIMIT = 4096  # bytes that a client may send before a newline (P3)
RELAY_LIMIT = 16384  # what the server relays is longer: a prefix, U+FFFD


class LineTooLong(ValueError):
    """Too much came without a newline; `lines` came whole before it."""

    def __init__(self, limit: int, lines: list[str]) -> None:
        super().__init__(f"a line is longer than {limit} bytes")
        self.lines = lines


def encode_line(text: str, limit: int = LINE_LIMIT) -> bytes:
    """Return `text` as one line on the wire: UTF-8 and a newline (P2).

    ValueError if it holds a newline, or is longer than `limit` bytes.
    """
    # Task 1: about 6 lines
    # 1 refuse a text that holds a newline
    # 2 make UTF-8 of it, and refuse more than `limit` bytes
    # 3 answer with a newline behind it
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"


class LineBuffer:
    """What one connection has sent of a line that has not ended yet."""

    def __init__(self, limit: int = LINE_LIMIT) -> None:
        self.limit = limit
        self.rest = b""  # what came behind the last newline

    def feed(self, data: bytes) -> list[str]:
        """Return the lines that `data` completes; never wait, never guess.

        One `\\r` before the newline is dropped; what is not UTF-8 becomes
        U+FFFD (P4). LineTooLong, with the lines before it, as soon as more
        than `limit` bytes are known to come before a newline (P3).
        """
        # Task 2: about 9 lines
        # 1 cut rest and data at each newline; the last piece is the rest
        # 2 each whole piece: is it too long? drop one \r, and decode
        # 3 the rest may be too long already
        *pieces, self.rest = (self.rest + data).split(b"\n")
        lines = []
        for piece in pieces:
            if len(piece) > self.limit:
                raise LineTooLong(self.limit, lines)
            lines.append(piece.removesuffix(b"\r").decode("utf-8", "replace"))
        if len(self.rest) > self.limit:
            raise LineTooLong(self.limit, lines)
        return lines


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    """Yield the lines of `conn` as they come, until the end of the stream.

    What has no newline by then is no line (P5). LineTooLong, after the
    lines before it; OSError if the connection breaks.
    """
    # Task 3: about 8 lines
    # 1 this connection's own buffer; receive until b"", the end
    # 2 yield the lines that the bytes complete
    # 3 a line too long: yield those before it, then let it go on
    buffer = LineBuffer(limit)
    while data := conn.recv(65536):
        try:
            lines = buffer.feed(data)
        except LineTooLong as error:
            yield from error.lines
            raise
        yield from lines
