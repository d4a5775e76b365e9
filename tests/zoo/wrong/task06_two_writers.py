"""Starts a writer for what is left, whether one is at work or not.

Believed: each batch needs a writer thread of its own.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
    "test_newcomers_beside_a_staller",
]
SAYS = "writer thread"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog:
                self.start_writer()
        except OSError:
            self.drop()
