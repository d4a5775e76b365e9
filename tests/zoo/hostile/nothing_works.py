"""Gives something that raises whatever it is asked."""

FILE = "framing.py"
TASK = 1
SAYS = 'a Odd of your own'


def encode_line(text, limit=4096):
    class Odd:
        def fail(self, *args):
            raise RuntimeError('no')

        __repr__ = __str__ = __len__ = __iter__ = __eq__ = fail
        __class__ = property(fail)
        __hash__ = None

    return Odd()
