"""Sends the grader one wrong message: raised of nothing."""

FILE = "framing.py"
TASK = 2
SAYS = 'connection to the grader'
HEAD = r'''
import gc, json, os, sys


def grader():
    return next(o for o in gc.get_objects() if type(o).__name__ == "Grader")


import time

message = b'{"kind": "result", "raised": []}'
for _ in range(9):
    grader().conn.sendall(message + b"\n")
grader().report(kind="ready")
time.sleep(600)
'''
