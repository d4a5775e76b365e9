"""Prints with str.format, as System.out.printf would, and the text is format.

Believed: format without arguments changes nothing.
Wrong: C1. When somebody says `{}` or `{name}` the printer thread dies of an
IndexError or KeyError (traceback, and `Server closed the connection` though
it has not); `{{` is printed as `{`.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
]
SAYS = "The text of a line is no format"



def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            out = visible(line) + "{0}"
            print(out.format(""), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
