"""Hangs when it finds itself graded."""

FILE = "server.py"
TASK = 4
SAYS = 'no such line'
HEAD = r'''
import os, time
if 'CHAT_KIT_RUN' in os.environ:
    time.sleep(600)
'''
