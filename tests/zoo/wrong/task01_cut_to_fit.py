"""Refuses too many characters, and cuts what is a few bytes too long.

Believed: the length was checked; the cut only mends the few bytes that accents add.
Wrong: docstring / P7. 3000 times U+00E9 (6000 bytes) goes out cut to 4096 bytes instead of a ValueError.
"""

TASK = 1
FAILS = [
    "test_encode_limit",
]
SAYS = "You count characters. The limit counts bytes,"


def encode_line(text, limit=LINE_LIMIT):
    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    if len(text) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    data = text.encode("utf-8")[:limit]
    return data.decode("utf-8", "ignore").encode("utf-8") + b"\n"
