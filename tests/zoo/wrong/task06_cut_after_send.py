"""The writer looks at the backlog, sends, cuts, and looks again: no lock around.

Believed: a look needs no lock, since it changes nothing.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_staller_is_dropped",
]
SAYS = "must be one step"


def writer_thread(self):
    try:
        while self.backlog:
            chunk = bytes(self.backlog[:65536])
            self.conn.sendall(chunk)
            with self.lock:
                del self.backlog[: len(chunk)]
        self.writing = False
    except OSError:
        self.drop()
