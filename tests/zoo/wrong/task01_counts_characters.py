"""Counts characters, not bytes.

Believed: the length of a text is what it takes on the wire.
"""

TASK = 1
FAILS = [
    "test_encode_limit",
]
SAYS = "You count characters"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("no newline, please")
    if len(text) > limit:
        raise ValueError("too long")
    return text.encode() + b"\n"
