"""Hands out the roster itself, not a copy.

Believed: iterating a dict while others join is fine.
"""

TASK = 7
FAILS = [
    "test_coming_and_going",
]
SAYS = "Give back a copy"


def everyone_but(self, id):
    with self.lock:
        clients = self.clients.values()
    return (client for client in clients if client.id != id)
