"""Gives a str back.

Believed: sendall encodes it.
"""

TASK = 1
FAILS = [
    "test_encode_text",
    "test_encode_newline",
    "test_encode_limit",
]
SAYS = "A str came back"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return text + "\n"
