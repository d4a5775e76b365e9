"""An empty line is taken for the end.

Believed: as recv gives b'' at the end, the last line is ''.
"""

TASK = 10
FAILS = ["test_prints_each_line"]
SAYS = "No line ends it"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            if line.endswith(":"):
                break
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
