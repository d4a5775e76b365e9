"""The writer thread sends the bytearray itself, not a copy, and cuts afterwards.

Believed: First send, then delete what was sent; sending only reads, so it
needs no lock.
Wrong: P11, P7. While a send() looks at a bytearray it cannot grow:
`self.backlog += data` in deliver raises BufferError in the sender thread,
which ends. One client that does not read silences the room for everyone.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
SAYS = ""


def writer_thread(self):
    try:
        while True:
            with self.lock:
                if not self.backlog:
                    self.writing = False
                    return
            sent = self.conn.send(self.backlog)
            with self.lock:
                del self.backlog[:sent]
    except OSError:
        self.drop()
