"""Raises an exception whose text would steer the reader's terminal."""

FILE = "framing.py"
TASK = 1
SAYS = 'it raised '


def encode_line(text, limit=4096):
    raise OSError('\x1b[2J\x1b]0;Total 100/100\x07 \ud800 \u202e')
