"""The writer ends, and writing stays true.

Believed: writing needs no reset, the thread has ended after all.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = "writing back to False"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
