"""Writes an escape with as many digits as it takes.

Believed: hex() is hex.
Wrong: C6, "escapes, like \\x1b". Below 0x10 there is one digit: a tab is
shown as \\x9, and "\\t5" as \\x95.
"""

TASK = 12
FAILS = [
    "test_control_characters",
]
SAYS = "What steers a terminal is U+0000 to U+001F"
REPLACES = {"my_visible": "client.py:visible"}


def my_visible(text):
    controls = r"[\x00-\x1f\x7f-\x9f]"
    return re.sub(controls, lambda m: "\\" + hex(ord(m[0]))[1:], text)
