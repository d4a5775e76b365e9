"""The try stands inside the loop: over is set after the first line, and the client ends.

Believed: finally comes when all is over.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_server_closes",
]
MAY_FAIL = [
    "test_prints_lines_not_chunks",
    "test_control_characters",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = ""


def printer_thread(self):
    for line in read_lines(self.conn, RELAY_LIMIT):
        try:
            print(visible(line), flush=True)
        except (OSError, LineTooLong):
            break
        finally:
            self.over.set()
