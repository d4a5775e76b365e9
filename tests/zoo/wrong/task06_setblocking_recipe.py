"""Makes the socket non-blocking for a moment, sends, makes it blocking again.

Believed: setblocking(False) is for my next call only (a recipe from the web
instead of offer).
Wrong: P11, P7. The mode is the socket's, not the call's: the client thread
that calls recv in that moment gets BlockingIOError, an OSError, and leaves.
In a busy room people who talk while others talk are thrown out for no reason.
"""

TASK = 6
FAILS = [
    "test_no_thread_for_who_keeps_up",
    "test_newcomers_beside_a_staller",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
    "test_broken_connections",
]
MAY_FAIL = [
    "test_late_readers_get_everything",
]
SAYS = "setblocking changes the connection"


def deliver(self, data):
    with self.lock:
        if self.gone:
            return
        self.backlog += data
        try:
            if not self.writing:
                self.conn.setblocking(False)
                try:
                    sent = self.conn.send(self.backlog)
                except BlockingIOError:
                    sent = 0
                finally:
                    self.conn.setblocking(True)
                del self.backlog[:sent]
            if len(self.backlog) > BACKLOG_LIMIT:
                self.drop()
            elif self.backlog and not self.writing:
                self.start_writer()
        except OSError:
            self.drop()
