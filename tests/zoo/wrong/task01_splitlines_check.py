"""splitlines decides whether there is a newline inside.

Believed: splitlines splits at newlines and at nothing else.
"""

TASK = 1
FAILS = [
    "test_encode_text",
    "test_encode_newline",
]
SAYS = "newline"


def encode_line(text, limit=LINE_LIMIT):
    if len(text.splitlines()) > 1:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
