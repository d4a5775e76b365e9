"""deliver catches BrokenPipeError only.

Believed: Sending into a broken connection raises BrokenPipeError.
Wrong: P10. The first send after a reset may raise ConnectionResetError
instead (when the client thread was not the first to see it, for example
because it waits for the full msg_queue). The sender thread ends and the room
is silent.
"""

TASK = 6
FAILS = [
    "test_broken_connections",
]
SAYS = "A connection may break at any time"


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
        except BrokenPipeError:
            self.drop()
