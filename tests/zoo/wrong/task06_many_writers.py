"""Starts a writer thread each time that something is left.

Believed: more threads get it out faster.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_nothing_is_left_of_stallers",
]
SAYS = "Bytes were lost, or overtook"


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
