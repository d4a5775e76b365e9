"""Takes memory without end (1 GB at most)."""

FILE = "framing.py"
TASK = 1
SAYS = 'of memory'
HEAD = r'''
import time
hoard = []
for _ in range(128):
    hoard.append(b'x' * (8 << 20))
time.sleep(600)
'''
