"""Prints an address where nobody listens."""

FILE = "server.py"
TASK = 4
SAYS = 'nobody'
HEAD = r'''
import time
print('Listening on 127.0.0.1:1', flush=True)
time.sleep(600)
'''
