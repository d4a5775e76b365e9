"""Strips each line.

Believed: a space at the end is never meant.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_control_characters",
]
SAYS = "no strip"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line.strip()), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
