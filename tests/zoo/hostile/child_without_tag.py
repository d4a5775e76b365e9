"""Leaves an orphan of an orphan, the tag not in its environment."""

FILE = "framing.py"
TASK = 1
SAYS = 'RuntimeError'
HEAD = r'''
import os, subprocess, sys
IGNORE = 'import signal, time; [signal.signal(getattr(signal, n), signal.SIG_IGN) for n in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, n)]; time.sleep(600)'
SLEEP = 'import time; time.sleep(600)'
MIDDLE = ('import subprocess, sys; subprocess.Popen([sys.executable, "-c", '
          '"import time; time.sleep(600)", sys.argv[1]], env={}, '
          'start_new_session=True)')
subprocess.run([sys.executable, '-c', MIDDLE, MARK], env={},
               start_new_session=True)
'''
