"""over is not set.

Believed: the main thread sees that the printer has ended.
"""

TASK = 10
FAILS = [
    "test_server_closes",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "Nobody sets self.over"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
