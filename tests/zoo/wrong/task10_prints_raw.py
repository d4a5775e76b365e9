"""Prints what came as it came.

Believed: text that came over the network can be printed.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "visible(line)"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(line, flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
