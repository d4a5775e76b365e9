"""The writer thread cuts the backlog without the lock.

Believed: only deliver needs a lock: there is one writer at most.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = ["test_broken_connections"]
SAYS = "both change the backlog"


def writer_thread(self):
    try:
        while True:
            chunk = self.backlog[:65536]
            del self.backlog[:65536]
            self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
