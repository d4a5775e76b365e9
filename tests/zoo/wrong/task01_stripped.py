"""Strips the text before it goes out.

Believed: a space at the end is never meant.
"""

TASK = 1
FAILS = ["test_encode_text"]
SAYS = "no strip"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.strip().encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
