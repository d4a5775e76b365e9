"""deliver offers even while a writer is at work.

Believed: the lock is enough: only one of us touches the backlog at a time.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_staller_is_dropped",
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
            del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
