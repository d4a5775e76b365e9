"""Prints without end on standard output."""

FILE = "framing.py"
TASK = 1
SAYS = 'printed more than 256 MB'
HEAD = r'''
while True:
    print('x' * 10000)
'''
