"""A text that is too long is cut, not refused.

Believed: to make it fit is friendlier than an exception.
"""

TASK = 1
FAILS = ["test_encode_limit"]
SAYS = "must raise ValueError"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        data = data[:limit]
    return data + b"\n"
