"""Prints a port that cannot be."""

FILE = "server.py"
TASK = 4
SAYS = 'port must be'
HEAD = r'''
import time
print('Listening on 127.0.0.1:99999', flush=True)
print('Listening on 127.0.0.1:' + '9' * 5000, flush=True)
print('Listening on ' + 'a' * 100 + ':14900', flush=True)
print('Listening on \udcff:14900', flush=True)
time.sleep(600)
'''
