"""Does not wait for the lock: who holds it will send the new data as well.

Believed: "never wait" means the lock too, and its holder is about to send.
Wrong: P7. If the holder is the writer at its last look, it has seen an empty
backlog already: the line stays until the next one comes.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_broken_connections",
    "test_newcomers_beside_a_staller",
    "test_no_thread_for_who_keeps_up",
    "test_nothing_is_left_of_stallers",
]
SAYS = "A lock that nobody waits for guards nothing"


def deliver(self, data):
    if not self.lock.acquire(blocking=False):
        self.backlog += data  # the thread that has the lock sends it
        return
    try:
        if self.gone:
            return
        self.backlog += data
        if not self.writing:
            del self.backlog[: offer(self.conn, self.backlog)]
        if len(self.backlog) > BACKLOG_LIMIT:
            self.drop()
        elif self.backlog and not self.writing:
            self.start_writer()
    except OSError:
        self.drop()
    finally:
        self.lock.release()
