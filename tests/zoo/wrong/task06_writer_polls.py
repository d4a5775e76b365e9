"""The writer offers until all is taken.

Believed: asking again costs nothing.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
]
SAYS = 'asks again and again'


def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        if not self.writing:
            try:
                taken = offer(self.conn, self.backlog)
            except OSError:
                self.drop()
                return
            del self.backlog[:taken]
        if len(self.backlog) > BACKLOG_LIMIT:
            self.drop()
        elif self.backlog and not self.writing:
            self.start_writer()


def writer_thread(self) -> None:
    while True:
        with self.lock:
            chunk = bytes(self.backlog[:65536])
            del self.backlog[:65536]
            if not chunk:
                self.writing = False
                return
        try:
            while chunk:
                chunk = chunk[offer(self.conn, chunk):]
        except OSError:
            with self.lock:
                self.drop()
            return
