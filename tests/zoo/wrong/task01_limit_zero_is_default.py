"""Takes a limit of 0 for 'no limit was given'.

Believed: `limit or LINE_LIMIT` is how one writes a default.
Wrong: docstring. encode_line('a', 0) is no ValueError.
"""

TASK = 1
FAILS = [
    "test_encode_limit",
]
SAYS = "More than `limit` bytes of UTF-8 must raise"


def encode_line(text, limit=LINE_LIMIT):
    limit = limit or LINE_LIMIT
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
