"""Past the bound it hangs up, which wants the lock that deliver holds: the sender waits for itself for ever.

Believed: hang_up is the polite form of drop.
"""

TASK = 6
FAILS = [
    "test_staller_is_dropped",
]
SAYS = "The sender thread waits for"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                del self.backlog[: offer(self.conn, self.backlog)]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.hang_up()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
