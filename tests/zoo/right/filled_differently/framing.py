"""The starter's structure; each blank is filled in another way."""

import codecs
import io
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
    data = bytearray(text.encode())
    if data.count(b"\n") or len(data) > limit:
        raise ValueError("that is no line")
    data += b"\n"
    return bytes(data)


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
        lines = []
        for byte_line in io.BytesIO(data):  # cuts at newlines alone
            self.rest += byte_line
            if len(self.rest.removesuffix(b"\n")) > self.limit:
                raise LineTooLong(self.limit, lines)
            if self.rest.endswith(b"\n"):
                lines.append(self.finished())
        return lines

    def finished(self) -> str:
        """Take the line that is complete, as text."""
        line, self.rest = self.rest[:-1], b""
        if line and line[-1] == 13:
            line = line[:-1]
        return codecs.decode(line, "utf8", "replace")


def read_lines(conn: socket.socket, limit: int = LINE_LIMIT) -> Iterator[str]:
    """Yield the lines of `conn` as they come, until the end of the stream.

    What has no newline by then is no line (P5). LineTooLong, after the
    lines before it; OSError if the connection breaks.
    """
    buffer = LineBuffer(limit)
    waiting = []
    while True:
        try:
            data = conn.recv(1024)
            if not data:
                break
            waiting = buffer.feed(data)
        except LineTooLong as error:
            for line in error.lines:
                yield line
            raise LineTooLong(limit, []) from error
        while waiting:
            yield waiting.pop(0)
