"""Writing is over, but it is noted behind the lock, in a finally.

Believed: a flag needs no lock.
Wrong: P7. A line that joins the backlog between the last look and the flag has
no writer: it stays until the next one.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "A line was put into the backlog while the"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
            if not chunk:
                break
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
    finally:
        self.writing = False
