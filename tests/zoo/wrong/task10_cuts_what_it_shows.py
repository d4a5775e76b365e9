"""Never shows more than RELAY_LIMIT characters of a line.

Believed: no line is longer than RELAY_LIMIT, so the cut is a mere net.
Wrong: C1. One control character is shown as four: "0:" and 4096 of them are
16386 characters, and the last escape is printed without its end.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "What is shown may be longer than what came,"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line)[:RELAY_LIMIT], flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
