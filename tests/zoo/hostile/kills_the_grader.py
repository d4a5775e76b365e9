"""Kills the grader: then there is no report, and no child either."""

FILE = "framing.py"
TASK = 1
SAYS = ''
HEAD = r'''
import os, signal, subprocess, sys, time
subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'])
os.kill(os.getppid(), signal.SIGKILL)
time.sleep(600)
'''
