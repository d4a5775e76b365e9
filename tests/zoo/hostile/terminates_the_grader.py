"""Sends the grader SIGTERM."""

FILE = "framing.py"
TASK = 1
SAYS = 'interrupted'
HEAD = r'''
import os, signal, time
os.kill(os.getppid(), signal.SIGTERM)
time.sleep(600)
'''
