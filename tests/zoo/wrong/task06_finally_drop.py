"""The writer thread drops the client when it ends, in a finally.

Believed: Whoever has finished must clean up; cutting the connection is
cleaning up.
Wrong: P11, P7. A client that was behind, but within the bound, and has read
everything, is disconnected at the very moment it has caught up.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = "`finally` comes always"


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
        pass
    finally:
        self.drop()
