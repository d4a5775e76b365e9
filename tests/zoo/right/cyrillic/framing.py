"""Russian names and comments (lines out of bytes)."""

ПРЕДЕЛ = 4096
RELAY_LIMIT = ПРЕДЕЛ_РАССЫЛКИ = 16384


class LineTooLong(ValueError):
    """Строка слишком длинная; `lines` — то, что пришло до неё целиком."""

    def __init__(self, строки):
        super().__init__("строка слишком длинная")
        self.lines = строки


def encode_line(text, limit=ПРЕДЕЛ):
    байты = text.encode()
    if len(байты) > limit or 10 in байты:
        raise ValueError("это не одна строка, или она слишком длинная")
    return байты + b"\n"


class LineBuffer:
    def __init__(self, limit=ПРЕДЕЛ):
        self.предел, self.остаток = limit, b""

    def feed(self, data):
        готовые = []
        все = self.остаток + data
        while True:
            начало, перевод, все_прочее = все.partition(b"\n")
            if len(начало) > self.предел:
                self.остаток = b""
                raise LineTooLong(готовые)
            if not перевод:
                self.остаток = начало
                return готовые
            все = все_прочее
            # Один \r перед переводом строки отбрасывается.
            if начало[-1:] == b"\r":
                начало = начало[:-1]
            готовые.append(начало.decode("utf-8", errors="replace"))


def read_lines(conn, limit=ПРЕДЕЛ):
    разборщик = LineBuffer(limit)
    порция = conn.recv(16384)
    while порция:
        try:
            строки = разборщик.feed(порция)
        except LineTooLong as беда:
            for строка in беда.lines:
                yield строка
            raise беда
        for строка in строки:
            yield строка
        порция = conn.recv(16384)
