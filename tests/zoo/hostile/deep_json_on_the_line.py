"""Writes JSON of a hundred thousand levels."""

FILE = "framing.py"
TASK = 2
SAYS = 'connection to the grader'
HEAD = r'''
import gc, json, os, sys


def grader():
    return next(o for o in gc.get_objects() if type(o).__name__ == "Grader")


import time

grader().conn.sendall(b'{"kind":' + b"[" * 100_000 + b"]" * 100_000 + b"}\n")
time.sleep(600)
'''
