"""Sleeps for 20 ms after each line, to be gentle to the terminal.

Believed: nobody reads faster than fifty lines a second.
Wrong: C1. A burst of a thousand lines takes twenty seconds; the last is not
printed when it arrives, and after our goodbye the rest is cut off.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
]
SAYS = "After a thousand lines that pause is many"


def printer_thread(self):
    import time

    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
            time.sleep(0.02)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
