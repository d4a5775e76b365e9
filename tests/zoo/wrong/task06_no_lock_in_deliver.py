"""deliver touches the backlog without the lock.

Believed: += on a bytearray is safe, thanks to the GIL.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_no_thread_for_who_keeps_up",
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
    "test_broken_connections",
]
SAYS = "self.lock"


def deliver(self, data):
    if self.gone:
        return
    self.backlog += data
    try:
        if not self.writing:
            del self.backlog[: offer(self.conn, self.backlog)]
        if len(self.backlog) > BACKLOG_LIMIT:
            self.drop()
        elif self.backlog and not self.writing:
            self.start_writer()
    except OSError:
        self.drop()
