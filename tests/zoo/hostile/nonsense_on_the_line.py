"""Writes what is no JSON into the connection to the grader."""

FILE = "framing.py"
TASK = 1
SAYS = 'connection to the grader'
HEAD = r'''
import gc, json, os, sys


def grader():
    return next(o for o in gc.get_objects() if type(o).__name__ == "Grader")


import time

grader().conn.sendall(b"{" * 100_000 + b"\n")
time.sleep(600)
'''
