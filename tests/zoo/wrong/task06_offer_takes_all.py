"""What offer took is not looked at.

Believed: send sends everything, or nothing.
"""

TASK = 6
FAILS = [
    "test_late_reader_gets_everything",
]
SAYS = "Bytes were lost, or overtook"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing and offer(self.conn, self.backlog):
                self.backlog.clear()
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
