"""Never comes back from a call."""

FILE = "framing.py"
TASK = 2
SAYS = 'still busy'


def feed(self, data):
    while True:
        pass
