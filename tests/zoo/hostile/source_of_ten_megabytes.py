"""Is a file of ten megabytes."""

FILE = "framing.py"
TASK = 1
SAYS = 'larger than'
WHOLE = 'x = 1\n' * 1_700_000
