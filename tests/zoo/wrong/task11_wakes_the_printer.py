"""Shuts the connection down, so that the printer ends, and joins it.

Believed: who waits in recv has to be woken by a shutdown.
Wrong: step 1, what LINGER is for. The last words, said to us before the
server saw our goodbye, are not printed.
"""

TASK = 11
FAILS = [
    "test_says_goodbye",
]
MAY_FAIL = [
    "test_end_of_input",
    "test_goodbye_unanswered",
]
SAYS = "Whoever cuts the connection misses the"


def finish(self):
    if self.leaving.is_set():
        try:
            self.conn.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.printer.join(LINGER)
        print("Stopped everything", flush=True)
        return 0
    print("Server closed the connection", flush=True)
    return 1
