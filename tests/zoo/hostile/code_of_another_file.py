"""Raises in code that says it is of a file that nobody knows."""

FILE = "framing.py"
TASK = 1
SAYS = 'it raised KeyError'


def encode_line(text, limit=4096):
    name = __file__.replace('framing', 'nowhere')
    exec(compile('\n' * 5000 + 'raise KeyError', name, 'exec'))
