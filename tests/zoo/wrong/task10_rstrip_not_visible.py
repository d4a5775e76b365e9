"""Prints each line as it came, its newline cut off once more.

Believed: a line that was read ends with a newline, and print shows the rest.
Wrong: C6: an escape sequence in a line clears the reader's screen.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "What came over the network must not steer the terminal"



def printer_thread(self) -> None:
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(line.rstrip("\n"), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
