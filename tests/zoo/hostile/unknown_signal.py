"""Ends by a signal that has no name."""

FILE = "framing.py"
TASK = 2
SAYS = 'signal'
HEAD = r'''
import os, signal
if hasattr(signal, 'SIGRTMIN'):
    os.kill(os.getpid(), signal.SIGRTMIN + 1)
else:
    os.abort()
'''
