"""leave takes the lock, and does not give it back.

Believed: the lock is given back at the end of the function.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "the lock of the roster"


def leave(self, client):
    self.lock.acquire()
    self.clients.pop(client.id, None)
