"""Calls itself without end."""

FILE = "framing.py"
TASK = 1
SAYS = 'RecursionError'


def encode_line(text, limit=4096):
    return self_again(text)


HEAD = r'''
def self_again(text):
    return self_again(text)
'''
