"""Never comes to the end of its import."""

FILE = "framing.py"
TASK = 3
SAYS = 'still busy'
HEAD = r'''
while True:
    pass
'''
