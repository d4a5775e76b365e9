"""Leaves a child behind, which holds standard output open."""

FILE = "framing.py"
TASK = 1
SAYS = 'RuntimeError'
HEAD = r'''
import os, subprocess, sys
IGNORE = 'import signal, time; [signal.signal(getattr(signal, n), signal.SIG_IGN) for n in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, n)]; time.sleep(600)'
SLEEP = 'import time; time.sleep(600)'
subprocess.Popen([sys.executable, '-c', SLEEP, MARK])
'''
