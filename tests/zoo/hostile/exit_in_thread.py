"""Raises SystemExit in each client thread, which no hook reports."""

FILE = "server.py"
TASK = 5
SAYS = 'Task 5'


def client_thread(self, client):
    raise SystemExit
