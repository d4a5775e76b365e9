"""Leaves a child in a session of its own, and ends."""

FILE = "server.py"
TASK = 4
SAYS = 'ended with exit code 0'
HEAD = r'''
import os, subprocess, sys
IGNORE = 'import signal, time; [signal.signal(getattr(signal, n), signal.SIG_IGN) for n in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, n)]; time.sleep(600)'
SLEEP = 'import time; time.sleep(600)'
subprocess.Popen([sys.executable, '-c', SLEEP, MARK],
                 start_new_session=True)
os._exit(0)
'''
