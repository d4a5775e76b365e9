"""Sends the grader Ctrl-C."""

FILE = "framing.py"
TASK = 1
SAYS = 'interrupted'
HEAD = r'''
import os, signal, time
os.kill(os.getppid(), signal.SIGINT)
time.sleep(600)
'''
