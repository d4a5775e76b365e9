"""Whoever says goodbye, the printer ends.

Believed: a line with Bye! tells that the conversation is over.
"""

TASK = 10
FAILS = ["test_prints_each_line"]
SAYS = "No line ends it"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
            if line.endswith(":" + GOODBYE):
                break
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
