"""Writes results into the connection to the grader."""

FILE = "framing.py"
TASK = 1
SAYS = 'it gave b"forged'
HEAD = r'''
import gc, json, os, sys


def grader():
    return next(o for o in gc.get_objects() if type(o).__name__ == "Grader")


value = {"type": "bytes", "data": b"forged\n".hex()}
for _ in range(1000):
    grader().report(kind="result", value=value)
grader().report(kind="ready")
'''
