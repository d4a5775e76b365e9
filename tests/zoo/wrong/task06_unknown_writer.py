"""Starts the writer thread itself, as a daemon, and does not note it in `writer`.

Believed: a daemon need not be waited for.
Wrong: P3/P7/P9. hang_up does not know whom to wait for, and says the end of the
stream at once: a client that is behind and says Bye! (or a line too long) loses
all of its backlog, though it reads on.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "hang_up waits for the thread in self.writer,"


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
                self.writing = True
                writer = threading.Thread(target=self.writer_thread)
                writer.daemon = True
                writer.start()
        except OSError:
            self.drop()
