"""A timeout on the socket.

Believed: a server that says nothing for a second has gone.
"""

TASK = 10
FAILS = [
    "test_prints_each_line",
    "test_prints_lines_not_chunks",
]
SAYS = "without a timeout"


def printer_thread(self) -> None:
    self.conn.settimeout(1)
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
