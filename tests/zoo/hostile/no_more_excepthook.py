"""Lets exceptions vanish: its hooks say nothing."""

FILE = "server.py"
TASK = 4
SAYS = "Task 4"
HEAD = r'''
import sys, threading

sys.excepthook = threading.excepthook = lambda *args: None
'''
