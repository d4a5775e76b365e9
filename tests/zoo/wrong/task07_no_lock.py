"""No method takes the lock.

Believed: each step on a dict is safe, thanks to the GIL.
"""

TASK = 7
FAILS = ["test_coming_and_going"]
SAYS = "Give back a copy"


def join(self, client):
    self.clients[client.id] = client


def leave(self, client):
    self.clients.pop(client.id, None)


def everyone_but(self, id):
    return [c for c in self.clients.values() if c.id != id]
