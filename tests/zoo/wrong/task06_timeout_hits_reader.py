"""The writer sets a timeout on the socket, and takes it back at its end.

Believed: the timeout is the writer's own affair.
Wrong: P10/P11. It is the socket's: a recv of the client thread that begins
while the writer is at work times out as well. Who is behind, says a line and
then is silent for half a second is thrown out.
"""

TASK = 6
FAILS = [
    "test_newcomers_beside_a_staller",
]
MAY_FAIL = [
    "test_late_readers_get_everything",
]
SAYS = "A timeout is the connection's: whoever waits"


def writer_thread(self):
    chunk = b""
    self.conn.settimeout(LINGER)
    try:
        while True:
            with self.lock:
                if not chunk:
                    chunk = self.backlog[:65536]
                    del self.backlog[:65536]
                self.writing = bool(chunk)
            if not chunk:
                return
            try:
                chunk = chunk[self.conn.send(chunk) :]
            except TimeoutError:
                continue  # not now; try again
    except OSError:
        self.drop()
    finally:
        try:
            self.conn.settimeout(None)
        except OSError:
            pass
