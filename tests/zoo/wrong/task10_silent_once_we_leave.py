"""The printer thread stops at the first line after our own goodbye.

Believed: We have left, so what still comes is of no interest.
Wrong: C1. What others said before the server heard our goodbye is on its way;
the client waits half a second for it, and then does not print it.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "still on their way"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            if self.leaving.is_set():
                break
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
