"""over is set at the end of the stream only.

Believed: after except: pass the function goes on behind the loop.
"""

TASK = 10
FAILS = [
    "test_server_vanishes",
    "test_server_talks_nonsense",
]
SAYS = "in a `finally`"


def printer_thread(self):
    try:
        for line in read_lines(self.conn, RELAY_LIMIT):
            print(visible(line), flush=True)
        self.over.set()
    except (OSError, LineTooLong):
        pass
