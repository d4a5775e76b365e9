"""Prints a line up to its first NUL, where a string ends in C.

Believed: what is behind a NUL is rubbish from the buffer.
Wrong: C1, C6. Of `0:left<NUL>right` the user sees `0:left`; it should be
`0:left\\x00right`.
"""

TASK = 10
FAILS = [
    "test_control_characters",
]
SAYS = "In C a string ends at its first NUL"



def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            end = line.find("\0")
            if end == -1:
                end = len(line)
            print(visible(line[0:end]), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
