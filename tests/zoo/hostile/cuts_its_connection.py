"""Hangs up on the grader, and goes on."""

FILE = "framing.py"
TASK = 1
SAYS = "the program ended"
HEAD = r'''
import gc, socket, time

for found in gc.get_objects():
    if type(found).__name__ == "Grader":
        found.conn.shutdown(socket.SHUT_RDWR)
time.sleep(600)
'''
