"""deliver takes self.lock again while it holds it.

Believed: a lock knows who holds it.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_no_thread_for_who_keeps_up",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
    "test_broken_connections",
]
SAYS = "takes self.lock twice"


def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            with self.lock:
                if not self.writing:
                    del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
