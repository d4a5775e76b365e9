"""Asks the writer thread whether it lives, not `writing`.

Believed: a thread that is alive will look at the backlog once more.
Wrong: P7. A writer that has seen the empty backlog and is about to return is
still alive: what is delivered in that moment stays until the next line.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "A line was put into the backlog while the"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        busy = self.writer is not None and self.writer.is_alive()
        self.backlog += data
        try:
            if not busy:
                del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not busy:
                self.start_writer()
        except OSError:
            self.drop()
