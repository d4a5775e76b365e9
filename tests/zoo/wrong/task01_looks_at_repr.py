"""Leaves a debugging habit in: looks for the newline in repr(text).

Believed: in repr() one sees the newline as \\n, so that is where to look.
Wrong: P2, P7: a backslash followed by n, as in `C:\\new`, has `\\n` in its
repr too. The client refuses the line; in the server the sender thread dies
of the ValueError and nobody hears anything any more.
"""

TASK = 1
FAILS = [
    "test_encode_text",
]
SAYS = "repr shows a newline as two characters"


def encode_line(text, limit=LINE_LIMIT):
    shown = repr(text)
    if "\\n" in shown:
        raise ValueError("newline in " + shown[:60])
    data = text.encode("utf-8")
    if len(data) > limit:
        raise ValueError("too long: %d bytes" % len(data))
    return data + b"\n"
