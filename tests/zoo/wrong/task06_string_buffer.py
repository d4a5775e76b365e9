"""The writer copies its chunk through a char[65536] and sends the string in it.

Believed: a buffer of fixed size is allocated once, and `.value` is what is in
it.
Wrong: P7. `.value` ends at the first NUL: when a line with \0 in it waits in
the backlog, all that follows in the same 64 KiB is lost to the slow client.
It sees half a line glued to another.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
SAYS = "In C a string ends at its first NUL"



def writer_thread(self):
    import ctypes

    buf = ctypes.create_string_buffer(65536)
    try:
        while True:
            with self.lock:
                buf.value = bytes(self.backlog[:65536])
                n = min(len(self.backlog), 65536)
                del self.backlog[:n]
                self.writing = n > 0
            if n == 0:
                return
            self.conn.sendall(buf.value)
    except OSError:
        self.drop()
