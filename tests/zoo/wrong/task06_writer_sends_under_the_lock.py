"""The writer thread holds the lock while it sends.

Believed: the lock guards the backlog, so hold it until the bytes are sent.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
]
MAY_FAIL = [
    "test_nothing_is_left_of_stallers",
]
SAYS = "waits for self.lock"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = bool(chunk)
                if not chunk:
                    return
                self.conn.sendall(chunk)
    except OSError:
        self.drop()
