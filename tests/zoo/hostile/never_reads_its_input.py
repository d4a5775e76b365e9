"""Never reads what is typed."""

FILE = "client.py"
TASK = 11
SAYS = 'Task 11'


def input_thread(self):
    import time

    time.sleep(600)
