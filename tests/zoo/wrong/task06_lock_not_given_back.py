"""The writer thread ends without giving the lock back.

Believed: a lock is free again when the thread that took it has ended.
Wrong: P11. As soon as somebody who was behind has caught up, the next line
for him makes the sender thread wait for ever, and everybody with it.
Nothing is sent under the lock, and nobody takes it twice.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = "Somebody took self"


def deliver(self, data: bytes) -> None:
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                sent = offer(self.conn, self.backlog)
                del self.backlog[:sent]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()

def writer_thread(self) -> None:
    try:
        while True:
            self.lock.acquire()
            if not self.backlog:
                self.writing = False
                return
            chunk = bytes(self.backlog[:65536])
            del self.backlog[:65536]
            self.lock.release()
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
