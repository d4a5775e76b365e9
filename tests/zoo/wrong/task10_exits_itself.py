"""Ends the whole program itself, with exit code 1, also when it was the user who said goodbye.

Believed: the printer sees the end only when the server closed.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "The printer thread ends by"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    print("Server closed the connection", flush=True)
    os._exit(1)
