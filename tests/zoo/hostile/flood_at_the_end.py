"""At Ctrl-C it prints until it is killed: is that a clean end?"""

FILE = "server.py"
TASK = 9
SAYS = 'printed more than'


def close(self):
    while True:
        print('x' * 10000)
