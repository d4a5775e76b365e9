"""The writer copies 65536 bytes, sends them, and only then cuts off 65536.

Believed: Cut off only what is really sent; the chunk is 65536 bytes.
Wrong: P7. The last chunk is shorter; what was said while it was being sent
stands behind it, and is cut off unsent. A reader that is a little behind
loses lines, or parts of lines, just then.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
]
MAY_FAIL = [
    "test_newcomers_beside_a_staller",
    "test_nothing_is_left_of_stallers",
]
SAYS = "While a chunk was on its way more may have come"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = bytes(self.backlog[:65536])
                self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
            with self.lock:
                del self.backlog[:65536]
    except OSError:
        self.drop()
