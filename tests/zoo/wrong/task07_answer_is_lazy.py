"""A generator over the dict itself, walked without the lock.

Believed: the lock was held when the generator was made, so it is safe.
"""

TASK = 7
FAILS = ["test_coming_and_going"]
SAYS = "Give back a copy"


def everyone_but(self, id):
    with self.lock:
        return (c for c in self.clients.values() if c.id != id)
