"""The writer sees an empty backlog under the lock, and says so after it.

Believed: each step is safe, so the two together are.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "must be one step"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
            if not chunk:
                self.writing = False
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
