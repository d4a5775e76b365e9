"""Hands out the roster itself, not a copy.

Believed: iterating a dict while others join is fine.
"""

TASK = 7
FAILS = [
    "test_coming_and_going",
]
# Whoever counts them walks the table as well.
MAY_FAIL = ["test_departed_are_off_the_roster"]
SAYS = "Give back a copy"


def everyone_but(self, id):
    with self.lock:
        clients = self.clients.values()
    return (client for client in clients if client.id != id)
