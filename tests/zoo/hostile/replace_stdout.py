"""Puts something else in the place of sys.stdout."""

FILE = "server.py"
TASK = 4
SAYS = 'no such line'
HEAD = r'''
import sys


class Nothing:
    def __getattr__(self, name):
        return lambda *args, **options: None


sys.stdout = sys.stderr = Nothing()
'''
