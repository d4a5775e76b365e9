"""Takes the greeting off and does not print it

Believed: the greeting is for the program, not for the user.
Wrong: C1. Each line is printed; here the user never learns which id he has.
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
SAYS = "Each line is printed"


def printer_thread(self):
    try:
        lines = read_lines(self.conn, RELAY_LIMIT)
        next(lines, None)
        for line in lines:
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
