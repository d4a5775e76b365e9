"""Holds NUL bytes."""

FILE = "framing.py"
TASK = 1
SAYS = 'framing.py'
WHOLE = b'x = 1\0\n'
