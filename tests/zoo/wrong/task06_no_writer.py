"""Nobody starts a writer thread.

Believed: what is left goes out with the next line.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
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
        except OSError:
            self.drop()
