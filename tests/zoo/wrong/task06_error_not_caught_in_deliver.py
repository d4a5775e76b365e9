"""deliver does not catch OSError.

Believed: who is on the roster is connected.
"""

TASK = 6
FAILS = ["test_broken_connections"]
SAYS = "may break at any time"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        if not self.writing:
            del self.backlog[: offer(self.conn, self.backlog)]
        if len(self.backlog) > BACKLOG_LIMIT:
            self.drop()
        elif self.backlog and not self.writing:
            self.start_writer()
