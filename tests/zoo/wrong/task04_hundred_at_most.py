"""Takes a hundred clients at a time; the next has to wait until one leaves.

Believed: a thread for each is dear; who waits in the listener's queue waits politely.
Wrong: P6, P7. The 101st is connected, but gets no greeting while the others stay.
"""

TASK = 4
FAILS = [
    "test_many_at_once",
]
SAYS = "There is no most: each connection is served"


def accept_thread(self):
    while not self.stop_event.is_set():
        if len(self.roster.everyone_but(None)) >= 100:
            self.stop_event.wait(0.1)
            continue
        try:
            self.welcome(self.listener.accept()[0])
        except OSError:
            self.stop_event.wait(0.1)
