"""Cuts what it has at splitlines

Believed: splitlines cuts at newlines.
Wrong: P2, C6. It cuts at U+2028, U+0085, form feed and others: `0:a\\u20281:b`
is shown as a line of client 0 and one of client 1, and a form feed is not shown
as \\x0c.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "read_lines has cut the lines already"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            for part in line.splitlines() or [""]:
                print(visible(part), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
