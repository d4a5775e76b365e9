"""read_lines over conn.makefile, and a buffer that searches with find."""

LINE_LIMIT, RELAY_LIMIT = 4096, 16384


class LineTooLong(Exception):
    """Carries the whole lines that came before the long one."""

    def __init__(self, lines=()):
        super().__init__("line too long")
        self.lines = list(lines)


def encode_line(text, limit=LINE_LIMIT):
    line = bytes(text, "utf-8")
    if b"\n" in line or len(line) > limit:
        raise ValueError(f"not one line of at most {limit} bytes")
    return b"%s\n" % line


def to_text(line):
    """Bytes before the newline become a text."""
    if line.endswith(b"\r"):
        line = line[:-1]
    return str(line, "utf-8", "replace")


class LineBuffer:
    """Keeps one bytearray, and takes whole lines off its front."""

    def __init__(self, limit=LINE_LIMIT):
        self.limit = limit
        self.kept = bytearray()

    def feed(self, data):
        lines, start = [], 0
        searched = len(self.kept)  # no newline is in what was there before
        self.kept.extend(data)
        while (end := self.kept.find(b"\n", max(start, searched))) >= 0:
            if end - start > self.limit:
                raise LineTooLong(lines)
            lines.append(to_text(self.kept[start:end]))
            start = end + 1
        del self.kept[:start]
        if len(self.kept) > self.limit:
            raise LineTooLong(lines)
        return lines


def read_lines(conn, limit=LINE_LIMIT):
    """Let a buffered file cut the lines; readline's size bounds them."""
    with conn.makefile("rb") as stream:
        while line := stream.readline(limit + 1):
            if line.endswith(b"\n"):
                yield to_text(line[:-1])
            elif len(line) > limit:
                raise LineTooLong
