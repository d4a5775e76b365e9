"""Kills its own process group."""

FILE = "framing.py"
TASK = 2
SAYS = 'signal SIGKILL'
HEAD = r'''
import os, signal
os.killpg(0, signal.SIGKILL)
'''
