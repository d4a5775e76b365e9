"""Gives something whose class answers `bytes` when asked its name."""

FILE = "framing.py"
TASK = 1
SAYS = 'it gave a '


def encode_line(text, limit=4096):
    class Meta(type):
        __name__ = property(lambda cls: 'bytes')

    return Meta('Odd', (bytes,), {})(text.encode() + b'\n')
