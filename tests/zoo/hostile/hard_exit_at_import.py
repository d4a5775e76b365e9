"""Ends the process at once, without any clean-up."""

FILE = "framing.py"
TASK = 2
SAYS = 'ended with exit code 0'
HEAD = r'''
import os
os._exit(0)
'''
