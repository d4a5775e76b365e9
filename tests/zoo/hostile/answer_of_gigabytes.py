"""Gives a list that is far more than the grader wants to hear."""

FILE = "framing.py"
TASK = 2
SAYS = 'more than 1 MB'


def feed(self, data):
    return ['x' * 100_000] * 50
