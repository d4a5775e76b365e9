"""What a verb raises when the program did not do what it must."""

import enum


class Kind(enum.Enum):
    """In which way it went wrong; the likely cause starts from here."""

    SILENCE = "nothing came"
    SLOW = "it came too late"
    WRONG = "something else came"
    ENDED = "the connection ended"
    NOT_ENDED = "the connection did not end"
    RESET = "the connection was reset"
    REFUSED = "nobody answers at the port"
    NOT_READY = "the program never said that it listens"
    NOT_PRINTED = "it was not printed"
    PRINTED = "it was printed"
    EXIT = "the program ended"
    NO_EXIT = "the program did not end"
    EXCEPTION = "an exception"
    VALUE = "another value"
    LEFT_BEHIND = "something was left behind"


class Complaint(AssertionError):
    """One thing that should have been, and what was instead.

    `expected` and `got` are sentences; `want` and `have` the bytes to lay
    one under the other, where there are any.
    """

    def __init__(
        self,
        kind: Kind,
        expected: str,
        got: str,
        want: bytes | None = None,
        have: bytes | None = None,
    ) -> None:
        super().__init__(f"expected {expected}; {got}")
        self.kind = kind
        self.expected, self.got = expected, got
        self.want, self.have = want, have


def show(data: bytes, limit: int = 60) -> str:
    """Return `data` as a bytes literal, its middle left out if it is long."""
    if len(data) <= limit:
        return ascii_bytes(data)
    half = limit // 2 - 4
    head, tail = ascii_bytes(data[:half]), ascii_bytes(data[-half:])
    return f"{head[:-1]}…{tail[2:]} ({len(data)} bytes)"


def ascii_bytes(data: bytes) -> str:
    """Return `data` as b"…", whatever quotes it holds."""
    return 'b"' + repr(data)[2:-1].replace('"', '\\"') + '"'


def quote(text: str) -> str:
    """Return `text` in quotes, short enough for a line of the story."""
    if not text.isprintable():
        text = repr(text)[1:-1]
    return f'"{text}"' if len(text) <= 48 else f'"{text[:44]}…"'


def compare(want: bytes, have: bytes, width: int = 66) -> list[str]:
    """Return two lines of bytes, quoted, and a caret where they part."""
    at = 0
    while at < min(len(want), len(have)) and want[at] == have[at]:
        at += 1
    start = at
    while start and len(ascii_bytes(want[start - 1 : at])) <= 33:
        start -= 1
    dots = "…" if start else ""
    prefix = f'{dots}"' + ascii_bytes(want[start:at])[2:-1]
    lines = []
    for data in (want, have):
        part = ascii_bytes(data[start : start + width])[2:-1]
        cut = f'{dots}"{part}'
        whole = len(cut) < width and start + width >= len(data)
        lines.append(cut + '"' if whole else cut[:width] + "…")
    return [*lines, " " * len(prefix) + "^"]
