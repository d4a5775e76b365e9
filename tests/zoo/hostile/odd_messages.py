"""Sends the grader messages of every wrong form."""

FILE = "framing.py"
TASK = 1
SAYS = 'connection to the grader'
HEAD = r'''
import gc, json, os, sys


def grader():
    return next(o for o in gc.get_objects() if type(o).__name__ == "Grader")


import time

for message in (b"[]", b'{"kind": "exception"}', b'{"kind": "where"}',
                b'{"kind": "exception", "places": [{"file": "no.py"}]}',
                b'{"kind": "result", "raised": 5}', b'{"kind": "result"}',
                b'{"kind": "result", "value": 5}', b"null", b"5"):
    grader().conn.sendall(message + b"\n")
time.sleep(600)
'''
