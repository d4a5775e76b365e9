"""A newline inside becomes a space.

Believed: to repair a text is kinder than to refuse it.
"""

TASK = 1
FAILS = ["test_encode_newline"]
SAYS = "would be two lines"


def encode_line(text, limit=LINE_LIMIT):
    text = text.replace("\n", " ")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
