"""Past the bound the client is noted as gone, and nothing else.

Believed: who is gone gets nothing more, so it is dropped.
Wrong: P11. Its connection stays open: it is in the roster, may talk, and waits
for ever for lines.
"""

TASK = 6
FAILS = [
    "test_staller_is_dropped",
]
SAYS = "Past BACKLOG_LIMIT it is the client that is"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.gone = True
                self.backlog.clear()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
