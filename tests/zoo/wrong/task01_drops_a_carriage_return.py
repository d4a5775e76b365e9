"""Cuts a carriage return off the end of the text.

Believed: a line ends in \\r\\n, so that \\r is no part of the text.
"""

TASK = 1
FAILS = ["test_encode_text"]
SAYS = "must stay as it is"


def encode_line(text, limit=LINE_LIMIT):
    text = text.rstrip("\r")
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
