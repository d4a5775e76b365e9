"""A client that falls behind for the fifth time is dropped.

Believed: who needs a writer thread again and again is a hopeless case; the
count is never reset.
Wrong: P11. A client that paused five times for a few seconds, and caught up
each time, is cut off with a backlog far below the bound.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
]
MAY_FAIL = [
    "test_newcomers_beside_a_staller",
]
SAYS = "How often somebody was behind does not count"



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
            elif self.backlog and not self.writing:
                self.strikes = vars(self).get("strikes", 0) + 1
                if self.strikes == 5:
                    self.drop()
                else:
                    self.start_writer()
        except OSError:
            self.drop()
