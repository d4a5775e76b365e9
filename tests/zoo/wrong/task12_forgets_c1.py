"""Escapes what is below the space, and DEL.

Believed: control characters end at 0x20, and DEL is the odd one.
Wrong: C6. U+0080 to U+009F are controls too: U+009B begins an escape
sequence in a terminal as ESC [ does, U+0085 is a new line.
"""

TASK = 12
FAILS = [
    "test_control_characters",
]
SAYS = "What steers a terminal is U+0000 to U+001F"
REPLACES = {"my_visible": "client.py:visible"}


def my_visible(text):
    return "".join(
        f"\\x{ord(c):02x}" if c < " " or c == "\x7f" else c for c in text
    )
