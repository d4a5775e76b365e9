"""The accept loop never looks at stop_event.

Believed: close() ends the threads, so the loop need not know.
"""

TASK = 4
FAILS = [
    "test_accept_thread_ends",
]
SAYS = "look at stop_event"


def accept_thread(self):
    while True:
        try:
            self.welcome(self.listener.accept()[0])
        except OSError:
            self.stop_event.wait(0.1)
