"""The writer clears the backlog of which it sends a part.

Believed: the slice takes what is there.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
MAY_FAIL = [
    "test_newcomers_beside_a_staller",
]
SAYS = "Bytes were lost"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                self.backlog.clear()
                self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
