"""Reads again and again until over is set

Believed: read_lines returns when there is nothing to read at the moment.
Wrong: C4. It returns at the end of the stream, for good: the loop then spins
(one processor at 100 %), and the client never says that the server has closed.
"""

TASK = 10
FAILS = [
    "test_server_closes",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "read_lines ends with the connection"


def printer_thread(self):
    while not self.over.is_set():
        try:
            for line in read_lines(self.conn, RELAY_LIMIT):
                print(visible(line), flush=True)
        except (OSError, LineTooLong):
            continue
    self.over.set()
