"""Reads until the connection ends, then prints.

Believed: first read everything, then work on it.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
    "test_control_characters",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "before the connection ends"


def printer_thread(self):
    try:
        for line in list(read_lines(self.conn, RELAY_LIMIT)):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
