"""Looks up once a second, and begins a new read_lines each time.

Believed: a thread should not wait in recv for ever; a timeout is no error, so
go on.
Wrong: C1, P2. The half line that waited in the old buffer is lost when its
other half comes more than a second later: only the tail is printed.
"""

TASK = 10
FAILS = [
    "test_prints_lines_not_chunks",
]
SAYS = "When the time is up the half line that waits"


def printer_thread(self):
    self.conn.settimeout(1.0)
    try:
        while True:
            try:
                for line in read_lines(self.conn, RELAY_LIMIT):
                    print(visible(line), flush=True)
                break  # the end of the stream
            except TimeoutError:
                continue  # only silence
    except (OSError, LineTooLong):
        pass
    finally:
        self.over.set()
