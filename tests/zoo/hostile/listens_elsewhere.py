"""Prints the address of another machine."""

FILE = "server.py"
TASK = 4
SAYS = 'takes the connection'
HEAD = r'''
import time
print('Listening on 192.0.2.1:80', flush=True)
time.sleep(600)
'''
