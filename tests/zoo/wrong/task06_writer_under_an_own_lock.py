"""The writer thread has a lock of its own.

Believed: any lock will do, if only there is one.
"""

TASK = 6
FAILS = ["test_late_readers_get_everything"]
SAYS = "both change the backlog"


def writer_thread(self):
    try:
        while True:
            with threading.Lock():
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
