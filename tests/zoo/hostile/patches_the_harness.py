"""Replaces what calls its functions, and compares nothing."""

FILE = "framing.py"
TASK = 2
SAYS = 'it gave b""'
HEAD = r'''
import sys

import calls

calls.outcome = lambda *args: {"value": {"type": "bytes", "data": ""}}
calls.plain = lambda value: {"type": "Always", "data": ""}
'''
