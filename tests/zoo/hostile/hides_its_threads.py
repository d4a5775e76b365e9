"""Leaves its threads, and lets nobody list them."""

FILE = "server.py"
TASK = 9
SAYS = 'Task 9'


def close(self):
    import threading

    threading.enumerate = lambda: []
