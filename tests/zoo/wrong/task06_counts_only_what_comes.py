"""Counts what joins the backlog while a writer is at work, not what leaves it.

Believed: what a writer has been given is how far the client is behind.
Wrong: P11. A client that is always a little behind, and reads steadily, is
dropped after 4 MB in all, though a few kB wait for it.
"""

TASK = 6
FAILS = [
    "test_staller_is_dropped",
]
SAYS = "What a client has taken meanwhile is not"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if self.writing:
                self.behind += len(data)
            else:
                del self.backlog[: offer(self.conn, self.backlog)]
                self.behind = len(self.backlog)
            if self.behind > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
