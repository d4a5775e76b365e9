"""The writer ends as soon as the client is gone.

Believed: a client that is gone gets nothing, not even what waits already.
Wrong: P3/P7/P9. hang_up sets `gone` and then waits for the writer: the last
words of a client that is behind (Bye!, a line too long) never arrive.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "Who is gone gets nothing new, and what waits"


def writer_thread(self):
    try:
        while not self.gone:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
