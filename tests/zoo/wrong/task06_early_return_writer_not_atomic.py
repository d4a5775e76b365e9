"""deliver returns when the writer has the data; the writer looks unlocked.

Believed: the lock is only needed where the backlog is changed.
Wrong: P7/P11: a line joins the backlog after the writer found it empty and before it
said so: a late reader gets it with the next line, or never.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "A line was put into the backlog while the writer thread"



def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        if len(self.backlog) > BACKLOG_LIMIT:
            self.drop()
            return
        if self.writing:
            return
        try:
            del self.backlog[: offer(self.conn, self.backlog)]
            if self.backlog:
                self.start_writer()
        except OSError:
            self.drop()


def writer_thread(self) -> None:
    try:
        while self.backlog:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
            self.conn.sendall(chunk)
        self.writing = False
    except OSError:
        self.drop()
