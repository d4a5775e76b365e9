"""Drops a client whose connection broke, and raises the error again.

Believed: whoever called deliver wants to know.
"""

TASK = 6
FAILS = ["test_broken_connections"]
SAYS = "deliver must not raise"


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
                self.start_writer()
        except OSError:
            self.drop()
            raise
