"""Leaves a child that ignores every polite signal."""

FILE = "client.py"
TASK = 10
SAYS = 'ended with exit code 0'
HEAD = r'''
import os, subprocess, sys
IGNORE = 'import signal, time; [signal.signal(getattr(signal, n), signal.SIG_IGN) for n in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, n)]; time.sleep(600)'
SLEEP = 'import time; time.sleep(600)'
subprocess.Popen([sys.executable, '-c', IGNORE, MARK],
                 start_new_session=True)
os._exit(0)
'''
