"""Raises in a thousand threads."""

FILE = "server.py"
TASK = 4
SAYS = 'thread'
HEAD = r'''
import threading


def fail():
    raise KeyError('x' * 1000)


for _ in range(1000):
    threading.Thread(target=fail, name='n' * 100_000).start()
'''
