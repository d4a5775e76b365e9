"""Raises something that cannot be made text, nor asked for lines."""

FILE = "framing.py"
TASK = 2
SAYS = 'it raised Odd'


def feed(self, data):
    class Odd(Exception):
        def fail(self, *args):
            raise RuntimeError('no')

        __repr__ = __str__ = fail
        lines = property(fail)

    raise Odd
