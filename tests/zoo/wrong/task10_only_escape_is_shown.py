"""Only the escape character is made visible.

Believed: it is ESC alone that steers a terminal.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "visible(line)"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(line.replace("\x1b", "\\x1b"), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
