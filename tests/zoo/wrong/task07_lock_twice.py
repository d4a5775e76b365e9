"""Asks everyone_but while it holds the lock that everyone_but wants: who leaves stops the whole chat.

Believed: a thread may take its own lock again.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "The sender thread waits for"


def leave(self, client):
    with self.lock:
        if client in self.everyone_but(None):
            del self.clients[client.id]
