"""Leaves, when the server has ended the connection.

Believed: over and leaving are the same.
"""

TASK = 10
FAILS = [
    "test_server_closes",
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "for us who leave"


def printer_thread(self) -> None:
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.leave()
