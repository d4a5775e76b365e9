"""An empty text is refused.

Believed: nothing said is no message, and a line must hold at least one
character.
"""

TASK = 1
FAILS = [
    "test_encode_text",
]
SAYS = "An empty text is a message"


def encode_line(text, limit=LINE_LIMIT):
    if not text or "\n" in text:
        raise ValueError("a line holds a text and no newline")
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError(f"a line is longer than {limit} bytes")
    return data + b"\n"
