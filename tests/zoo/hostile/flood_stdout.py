"""Prints without end on standard output."""

FILE = "framing.py"
TASK = 1
SAYS = 'printed more than'
HEAD = r'''
while True:
    print('x' * 10000)
'''
