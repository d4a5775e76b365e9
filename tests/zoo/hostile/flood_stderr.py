"""Prints without end on standard error."""

FILE = "server.py"
TASK = 4
SAYS = 'printed more than'
HEAD = r'''
import sys
while True:
    sys.stderr.write('x' * 10000)
'''
