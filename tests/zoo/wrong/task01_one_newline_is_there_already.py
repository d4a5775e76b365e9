"""A newline at the end of the text is taken for its end.

Believed: a text that comes from readline ends with one, and that is fine.
"""

TASK = 1
FAILS = ["test_encode_newline"]
SAYS = "would be two lines"


def encode_line(text, limit=LINE_LIMIT):
    text = text.removesuffix("\n")
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
