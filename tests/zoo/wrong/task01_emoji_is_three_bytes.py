"""Counts the bytes without encoding: one, two or three for a character.

Believed: a character of UTF-8 has at most three bytes.
Wrong: P3 / docstring. 1025 to 1365 emoji (four bytes each) pass as short enough.
"""

TASK = 1
FAILS = [
    "test_encode_limit",
]
SAYS = "More than `limit` bytes of UTF-8 must raise"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    size = 0
    for char in text:
        size += 1 if char < "\x80" else 2 if char < "\u0800" else 3
    if size > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return text.encode("utf-8") + b"\n"
