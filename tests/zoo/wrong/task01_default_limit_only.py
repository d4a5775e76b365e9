"""The parameter limit is not looked at.

Believed: there is one limit in this protocol, LINE_LIMIT.
"""

TASK = 1
FAILS = [
    "test_encode_limit",
]
SAYS = "not LINE_LIMIT"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > LINE_LIMIT:
        raise ValueError(f"a line is longer than {LINE_LIMIT} bytes")
    return data + b"\n"
