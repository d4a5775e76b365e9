"""Encodes as ASCII, with question marks.

Believed: letters that are not in ASCII cannot be sent.
"""

TASK = 1
FAILS = [
    "test_encode_text",
    "test_encode_limit",
]
MAY_FAIL = ["test_encode_newline"]
SAYS = "became question marks"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("ascii", "replace")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
