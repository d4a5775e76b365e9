"""Deletes its folder, and all that is beside it."""

FILE = "framing.py"
TASK = 1
SAYS = 'RuntimeError'
HEAD = r'''
import os, shutil
shutil.rmtree(os.path.dirname(os.getcwd()))
'''
