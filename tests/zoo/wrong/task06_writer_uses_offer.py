"""The writer thread offers each chunk and does not look how much was taken.

Believed: offer is the function of this file that sends, so use it everywhere.
Wrong: P7. The socket is full, that is why there is a writer: offer takes 0
bytes or a part, the rest of the chunk is lost. A reader that pauses, then
reads on, misses nearly all that was said meanwhile and sees torn lines.
"""

TASK = 6
FAILS = [
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = "offer takes what fits now"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = bool(chunk)
            if not chunk:
                return
            offer(self.conn, chunk)
    except OSError:
        self.drop()
