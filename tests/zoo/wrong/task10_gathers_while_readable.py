"""Gathers lines while more bytes wait in the socket, one print for all.

Believed: bytes that wait are the next line, so its turn comes at once.
Wrong: C1. What waits may be half a line (a burst of more than 65536 bytes
that ends in the middle of one, and then a pause): the lines gathered before it
are not printed until the other half comes.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
]
SAYS = "What waits in the socket may be half a line,"


def printer_thread(self):
    import select

    gathered = []
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            gathered.append(visible(line))
            if not select.select([self.conn], [], [], 0)[0]:
                print("\n".join(gathered), flush=True)
                gathered.clear()
    except (OSError, LineTooLong):
        pass
    finally:
        if gathered:
            print("\n".join(gathered), flush=True)
        self.over.set()
