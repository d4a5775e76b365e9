"""Closes every descriptor that it has, the grader's as well."""

FILE = "framing.py"
TASK = 1
SAYS = 'your file can be imported'
HEAD = r'''
import os, time
os.closerange(0, 200)
time.sleep(600)
'''
