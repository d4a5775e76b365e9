"""Raises an exception with a megabyte of text and of name."""

FILE = "framing.py"
TASK = 1
SAYS = 'it raised x'


def encode_line(text, limit=4096):
    raise type('x' * 400_000, (Exception,), {})('y' * 1_000_000)
