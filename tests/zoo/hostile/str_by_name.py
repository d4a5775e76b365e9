"""Gives lines of a class named str."""

FILE = "framing.py"
TASK = 2
SAYS = 'it gave [a str of your own'


def feed(self, data):
    *lines, self.rest = (self.rest + data).split(b'\n')
    word = type('str', (str,), {})
    return [word(line, 'utf-8') for line in lines]
