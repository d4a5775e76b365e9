"""Hangs, with threads whose names are long."""

FILE = "server.py"
TASK = 8
SAYS = 'Task 8'


def sender_thread(self):
    import threading

    stay = threading.Event()
    for _ in range(20):
        name = '\x1b[2J' + 'n' * 100_000
        threading.Thread(target=stay.wait, name=name, daemon=True).start()
    stay.wait()
