"""A client that takes nothing for one second is dropped (SO_SNDTIMEO).

Believed: who does not read for a second has gone.
Wrong: P11. A client is dropped only past the bound in bytes; one that pauses
for 1.5 s, some 100 kB behind, loses its connection.
"""

TASK = 6
FAILS = [
    "test_late_readers_get_everything",
]
MAY_FAIL = [
    "test_newcomers_beside_a_staller",
]
SAYS = "Who takes nothing for a while is only slow: a"


def writer_thread(self):
    import struct

    try:
        self.conn.setsockopt(
            socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 1, 0)
        )
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = bool(chunk)
            if not chunk:
                return
            self.conn.sendall(chunk)
    except OSError:
        self.drop()
