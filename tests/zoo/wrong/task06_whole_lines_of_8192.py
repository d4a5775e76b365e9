"""The writer sends whole lines only, as many as go into 8192 bytes.

Believed: twice the limit of a line is more than any line.
Wrong: P4/P7. What was no UTF-8 has become three bytes each: a line of more than
8192 bytes in the backlog looks like an empty backlog. The writer ends and the
line (and what is behind it) waits for the next deliver.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "A line may be longer than that (RELAY_LIMIT),"


def writer_thread(self):
    try:
        while True:
            with self.lock:
                end = self.backlog.rfind(b"\n", 0, 8192) + 1
                chunk = self.backlog[:end]
                del self.backlog[:end]
                self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
