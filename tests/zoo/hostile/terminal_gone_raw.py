"""Puts its terminal into raw mode, and closes it."""

FILE = "client.py"
TASK = 11
SAYS = 'Task 11'


def input_thread(self):
    import os, time, sys

    try:
        import tty

        tty.setraw(0)
    except Exception:
        pass
    for fd in (0, 1, 2):
        os.close(fd)
    time.sleep(600)
