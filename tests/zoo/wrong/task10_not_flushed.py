"""Prints each line, and does not flush.

Believed: what is printed is seen.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
    "test_control_characters",
    "test_server_talks_nonsense",
]
SAYS = "flush=True"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line))
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
