"""Says that a line was too long, and goes on with the next.

Believed: one long line is no reason to leave, as with the input.
Wrong: the docstring and step 2 (LineTooLong ends it, C4). The new read_lines
takes the rest of the long line for a line, and the client stays.
"""

TASK = 10
FAILS = [
    "test_server_talks_nonsense",
]
SAYS = "Past the limit there is no next line to"


def printer_thread(self):
    try:
        while True:
            try:
                for line in read_lines(self.conn, RELAY_LIMIT):
                    print(visible(line), flush=True)
                break
            except LineTooLong as error:
                print(f"Not shown: {error}", file=sys.stderr)
    except OSError:
        pass
    finally:
        self.over.set()
