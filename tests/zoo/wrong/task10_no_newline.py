"""Prints with end="".

Believed: the newline is still on the line.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
    "test_control_characters",
    "test_server_closes",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "no end="


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), end="", flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
