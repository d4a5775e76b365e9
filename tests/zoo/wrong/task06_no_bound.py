"""The backlog has no bound.

Believed: memory is cheap, and the client will read at last.
"""

TASK = 6
FAILS = ["test_staller_is_dropped"]
SAYS = "grows without a bound"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
            if self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
