"""Is nested so deep that Python just reads it, and we must walk it."""

FILE = "framing.py"
TASK = 1
SAYS = 'too deep'
WHOLE = None
HEAD = 'x = ' + '+'.join(['1'] * 2500) + '\n'
