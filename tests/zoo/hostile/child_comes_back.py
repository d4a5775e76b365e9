"""Leaves a child that starts another one when its parent dies (5 at most)."""

FILE = "framing.py"
TASK = 1
SAYS = 'RuntimeError'
HEAD = r'''
import os, subprocess, sys
IGNORE = 'import signal, time; [signal.signal(getattr(signal, n), signal.SIG_IGN) for n in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, n)]; time.sleep(600)'
SLEEP = 'import time; time.sleep(600)'
AGAIN = """
import os, subprocess, sys, time
left, mark = int(sys.argv[1]), sys.argv[2]
parent = os.getppid()
while os.getppid() == parent:
    time.sleep(0.001)
if left:
    child = [sys.executable, '-c', CODE, str(left - 1), mark]
    subprocess.Popen(child, start_new_session=True)
    time.sleep(600)
"""
AGAIN = 'CODE = ' + repr(AGAIN) + ';exec(CODE)'
AGAIN = AGAIN.replace("CODE, str", "'CODE = ' + repr(CODE) + ';exec(CODE)', str")
subprocess.Popen([sys.executable, '-c', AGAIN, '4', MARK],
                 start_new_session=True)
'''
