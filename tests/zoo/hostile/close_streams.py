"""Closes its standard streams."""

FILE = "server.py"
TASK = 4
SAYS = 'closed its standard output'
HEAD = r'''
import os, time
for fd in (0, 1, 2):
    os.close(fd)
time.sleep(600)
'''
