"""The writer thread does not catch OSError.

Believed: an error in a thread ends that thread, and harms nobody.
"""

TASK = 6
FAILS = ["test_nothing_is_left_of_stallers"]
SAYS = "may break at any time"


def writer_thread(self):
    while True:
        with self.lock:
            chunk = self.backlog[:65536]
            del self.backlog[:65536]
            self.writing = bool(chunk)
        if not chunk:
            return
        self.conn.sendall(chunk)
