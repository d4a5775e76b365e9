"""Is nested deeper than Python can read."""

FILE = "framing.py"
TASK = 1
SAYS = 'framing.py'
WHOLE = 'x = ' + '-' * 100_000 + '1\n'
