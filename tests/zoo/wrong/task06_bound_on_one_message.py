"""The bound is compared with the new data only.

Believed: what must be bounded is what is sent at once.
"""

TASK = 6
FAILS = [
    "test_staller_is_dropped",
]
SAYS = "past BACKLOG_LIMIT drop"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
            if len(data) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
