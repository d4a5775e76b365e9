"""One byte at a time, from the socket and through the buffer; slow, right."""

LINE_LIMIT = 4096
RELAY_LIMIT = 16384
NEWLINE = ord("\n")


class LineTooLong(ValueError):
    def __init__(self, lines):
        ValueError.__init__(self, "this line is too long")
        self.lines = lines


def encode_line(text, limit=LINE_LIMIT):
    out = bytearray()
    for character in text:
        if character == "\n":
            raise ValueError("a newline inside")
        out.extend(character.encode())
        if len(out) > limit:
            raise ValueError("too long")
    out.append(NEWLINE)
    return bytes(out)


def finished(line):
    if line.endswith(b"\r"):
        line = line[:-1]
    return line.decode(errors="replace")


class LineBuffer:
    def __init__(self, limit=LINE_LIMIT):
        self.limit = limit
        self.line = bytearray()

    def feed(self, data):
        lines = []
        for byte in data:
            if byte == NEWLINE:
                lines.append(finished(self.line))
                self.line.clear()
            else:
                self.line.append(byte)
                if len(self.line) > self.limit:
                    raise LineTooLong(lines)
        return lines


def read_lines(conn, limit=LINE_LIMIT):
    line = bytearray()
    while byte := conn.recv(1):
        if byte != b"\n":
            line += byte
            if len(line) > limit:
                raise LineTooLong([])
        else:
            yield finished(line)
            line.clear()
