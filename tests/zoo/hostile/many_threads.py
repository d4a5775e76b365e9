"""Starts 2000 threads."""

FILE = "framing.py"
TASK = 1
SAYS = 'RuntimeError'
HEAD = r'''
import threading
stay = threading.Event()
try:
    for _ in range(2000):
        threading.Thread(target=stay.wait, daemon=True).start()
except RuntimeError:
    pass
'''
