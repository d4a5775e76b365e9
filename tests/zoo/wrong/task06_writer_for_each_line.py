"""Starts a writer thread for each line, also when nothing is left to write.

Believed: a thread costs nothing.
"""

TASK = 6
FAILS = ["test_no_thread_for_who_keeps_up"]
SAYS = "takes everything at once"


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
            elif not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
