"""repr in place of visible.

Believed: repr changes control characters and nothing else.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_control_characters",
]
SAYS = "print visible(line)"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(repr(line)[1:-1], flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
