"""Past the bound the new line is dropped, not the client.

Believed: to drop means to drop what does not fit; the client may recover.
"""

TASK = 6
FAILS = ["test_staller_is_dropped"]
SAYS = "the client that is dropped"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        if len(self.backlog) + len(data) > BACKLOG_LIMIT:
            return
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
            if self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
