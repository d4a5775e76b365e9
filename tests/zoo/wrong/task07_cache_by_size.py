"""Keeps the list of all, and makes a new one when the size of the table changed.

Believed: as many as before are the same as before.
Wrong: P7. One leaves and one comes between two lines: the newcomer hears nothing
until the number changes.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_coming_and_going",
]
SAYS = "As many as before need not be the same as"


def everyone_but(self, id):
    with self.lock:
        cache = getattr(self, "cache", [])
        if len(cache) != len(self.clients):
            cache = self.cache = list(self.clients.values())
        return [c for c in cache if c.id != id]
