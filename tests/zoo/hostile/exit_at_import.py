"""Ends the program as soon as it is imported."""

FILE = "framing.py"
TASK = 1
SAYS = 'ended with exit code 0'
HEAD = r'''
import sys
sys.exit(0)
'''
