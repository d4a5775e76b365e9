"""Ends the line with \\r\\n.

Believed: on the network a line ends with both, as in HTTP.
"""

TASK = 1
FAILS = [
    "test_encode_text",
    "test_encode_newline",
    "test_encode_limit",
]
SAYS = "no \\r before it"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\r\n"
