"""Has a thousand brackets within each other."""

FILE = "framing.py"
TASK = 1
SAYS = 'framing.py'
WHOLE = 'x = ' + '[' * 1000 + ']' * 1000 + '\n'
