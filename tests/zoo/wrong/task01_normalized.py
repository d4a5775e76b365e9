"""Normalizes the text, so that the same word has the same bytes.

Believed: NFC never changes what a text says, so it can only help.
Wrong: P7 (to the letter), P2. 'e' + U+0301 goes out as one character, U+212B as U+00C5.
"""

TASK = 1
FAILS = [
    "test_encode_text",
]
SAYS = "The text must stay as it is: normalize makes"


def encode_line(text, limit=LINE_LIMIT):
    from unicodedata import normalize

    if "\n" in text:
        raise ValueError("a line cannot hold a newline")
    data = normalize("NFC", text).encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
