"""Gives lists within lists within lists."""

FILE = "framing.py"
TASK = 2
SAYS = 'it gave ['


def feed(self, data):
    import sys

    sys.setrecursionlimit(100_000)
    nest = []
    for _ in range(3000):
        nest = [nest]
    return nest
