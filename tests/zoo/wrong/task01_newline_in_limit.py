"""The newline is counted as well.

Believed: the line that goes on the wire, its newline included, has to fit
in the limit.
"""

TASK = 1
FAILS = [
    "test_encode_limit",
]
SAYS = "exactly `limit` bytes"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = (text + "\n").encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data
