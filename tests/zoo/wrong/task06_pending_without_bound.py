"""The writer moves the backlog into a list of its own between two sends.

Believed: what the writer has taken over is no backlog any more.
Wrong: P11. A client that reads slowly but steadily is never dropped; what the
writer keeps for it grows without a bound (the backlog itself is always small).
"""

TASK = 6
FAILS = [
    "test_staller_is_dropped",
]
SAYS = "What the writer thread takes over is not"


def writer_thread(self):
    pending = bytearray()
    try:
        while True:
            with self.lock:
                pending += self.backlog
                self.backlog.clear()
                self.writing = bool(pending)
            if not pending:
                return
            sent = self.conn.send(pending[:65536])
            del pending[:sent]
    except OSError:
        self.drop()
