"""Raises what `except Exception` does not catch, and a group of many."""

FILE = "framing.py"
TASK = 2
SAYS = "BaseException"


def feed(self, data):
    raise BaseException("x" * 100_000)
