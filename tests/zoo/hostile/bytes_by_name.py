"""Gives something whose class is named bytes."""

FILE = "framing.py"
TASK = 1
SAYS = 'it gave a bytes of your own'


def encode_line(text, limit=4096):
    return type('bytes', (bytes,), {})(text.encode() + b'\n')
