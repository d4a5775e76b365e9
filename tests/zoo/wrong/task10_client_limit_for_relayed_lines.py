"""The usual limit is used for what comes from the server.

Believed: a line is 4096 bytes at most, in either direction.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
    "test_control_characters",
]
SAYS = "read with RELAY_LIMIT"


def printer_thread(self):
    try:
        for line in read_lines(self.conn):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
