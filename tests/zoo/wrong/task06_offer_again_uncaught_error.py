"""Offers again until nothing more fits; an OSError is not caught.

Believed: offer never raises, it says 0 when the client takes nothing.
Wrong: P10: somebody resets the connection, and the sender thread dies of it.
"""

TASK = 6
FAILS = [
    "test_broken_connections",
]
SAYS = "A connection may break at any time"



def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        if not self.writing:
            while self.backlog:
                taken = offer(self.conn, self.backlog)
                if taken == 0:
                    break
                del self.backlog[:taken]
        if len(self.backlog) > BACKLOG_LIMIT:
            self.drop()
        elif self.backlog and not self.writing:
            self.start_writer()
