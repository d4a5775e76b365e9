"""Makes spaces of tabs before it makes the line visible

Believed: a tab is no control character, a terminal can show it.
Wrong: C6. A tab is shown as spaces where it should be shown as \\x09, so two
different lines look the same.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "A tab is a control character like others"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line.expandtabs()), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
