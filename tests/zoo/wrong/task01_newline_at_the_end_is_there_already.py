"""A text that ends with its newline gets no second one.

Believed: who hands over 'hello\\n' means the line hello; only a newline inside is wrong.
Wrong: docstring: ValueError for a text that holds a newline. 'hello\\n' is accepted.
"""

TASK = 1
FAILS = [
    "test_encode_newline",
]
SAYS = "A text with a newline in it would be two"


def encode_line(text, limit=LINE_LIMIT):
    text = text.removesuffix("\n")
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
