"""A loop without an end around the lines.

Believed: read_lines gives what is there, and has to be asked again.
"""

TASK = 10
FAILS = ["test_server_closes"]
SAYS = "the loop around it"


def printer_thread(self) -> None:
    try:
        while True:
            for line in read_lines(self.conn, RELAY_LIMIT):
                print(visible(line), flush=True)
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
