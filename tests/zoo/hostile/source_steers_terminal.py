"""Is no Python, and holds escape sequences where the error shows."""

FILE = "framing.py"
TASK = 1
SAYS = 'framing.py, line 1'
WHOLE = 'x = "\x1b[2J\x1b]0;100/100\x07 \n'
