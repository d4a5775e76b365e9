"""A full backlog takes nothing more; the client stays.

Believed: losing a few lines is kinder than losing the connection.
Wrong: P7/P11. The client is not dropped, and misses lines without knowing.
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
        if len(self.backlog) + len(data) > BACKLOG_LIMIT:
            return  # full: it will hear the next one
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
                if self.backlog:
                    self.start_writer()
        except OSError:
            self.drop()
