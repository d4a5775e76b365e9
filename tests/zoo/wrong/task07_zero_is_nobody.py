"""`if id` in place of `is not None`: client 0 hears itself.

Believed: only None is false.
"""

TASK = 7
FAILS = [
    "test_nobody_hears_himself",
    "test_everybody_else_hears",
]
SAYS = "0 is an id"


def everyone_but(self, id):
    with self.lock:
        clients = list(self.clients.values())
    if id:
        clients = [c for c in clients if c.id != id]
    return clients
