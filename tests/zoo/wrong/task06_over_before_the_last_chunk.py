"""The writer notes that it is through when it has taken the last chunk, not when
it has sent it: saves a look.

Believed: with an empty backlog there is nothing left to write.
Wrong: P7/P8. While the last chunk waits in sendall, deliver offers the next line
itself, or starts a second writer: lines overtake, and cut each other in two.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = "Bytes were lost, or overtook others. Cut off"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = last = bool(self.backlog)
            self.conn.sendall(chunk)
            if not last:
                return
    except OSError:
        self.drop()
