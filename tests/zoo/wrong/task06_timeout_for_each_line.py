"""sendall under a timeout.

Believed: a second is not long.
"""

TASK = 6
FAILS = ['test_nobody_waits_for_a_staller']
MAY_FAIL = ['test_newcomers_beside_a_staller', 'test_nothing_is_left_of_stallers', 'test_staller_is_dropped', 'test_late_readers_get_everything', 'test_broken_connections']
SAYS = 'A timeout is a wait'


def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone: return
        self.conn.settimeout(1)
        try:
            self.conn.sendall(self.backlog + data)
            self.backlog.clear()
        except OSError:
            self.drop()
        self.conn.settimeout(None)


def writer_thread(self) -> None:
    while True:
        with self.lock:
            chunk = bytes(self.backlog[:65536])
            del self.backlog[:65536]
            if not chunk:
                self.writing = False
                return
        try:
            self.conn.sendall(chunk)
        except OSError:
            with self.lock:
                self.drop()
            return
