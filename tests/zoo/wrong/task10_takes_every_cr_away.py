"""Takes every carriage return off the end of the line.

Believed: a \\r at the end belongs to the line end, Windows writes it.
Wrong: C1, C6, P2. One \\r is dropped, by read_lines; a second one is text, and
should be shown as \\x0d.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "read_lines has dropped the line's end; what"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line.rstrip("\r\n")), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
