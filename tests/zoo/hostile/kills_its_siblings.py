"""Kills whatever else its parent has started: the next child, the forker."""

FILE = "framing.py"
TASK = 2
SAYS = "not written"
HEAD = r'''
import os, signal
for name in filter(str.isdecimal, os.listdir('/proc')):
    try:
        stat = open(f'/proc/{name}/stat').read().rpartition(')')[2].split()
    except OSError:
        continue
    if int(stat[1]) == os.getppid() and int(name) != os.getpid():
        os.kill(int(name), signal.SIGKILL)
'''
