"""Ends the process in the middle of a call."""

FILE = "framing.py"
TASK = 1
SAYS = 'ended with exit code 0'


def encode_line(text, limit=4096):
    import os

    os._exit(0)
