"""Takes the greeting with next(), before and outside of the loop's try.

Believed: there is always a first line.
Wrong: C4. When the server closes before it has said a line (it is just stopping),
next() raises StopIteration: a traceback, over is never set, and the client
does not end.
"""

TASK = 10
FAILS = [
    "test_server_closes",
]
SAYS = "There may be no first line"



def printer_thread(self):
    lines = read_lines(self.conn, RELAY_LIMIT)
    print(visible(next(lines)), flush=True)
    try:
        for line in lines:
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
