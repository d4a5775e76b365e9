"""deliver offers again and again, until everything is taken.

Believed: what does not wait may be tried for as long as it takes.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = "wait for this client"


def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            while self.backlog:
                del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
