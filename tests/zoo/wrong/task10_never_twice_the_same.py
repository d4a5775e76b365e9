"""Does not print a line that is the same as the one before

Believed: P7 says "once", so what comes twice is an error of the network.
Wrong: C1. Bob says `ha` twice, and Ann sees one `1:ha`.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "Who says the same twice means it"


def printer_thread(self):
    last = None
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            if line != last:
                print(visible(line), flush=True)
            last = line
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
