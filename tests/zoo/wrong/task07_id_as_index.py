"""Takes the id for a place in the list: right until the first client leaves.

Believed: client N is the N-th in the list.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
]
SAYS = "An id is not a"


def everyone_but(self, id):
    with self.lock:
        others = list(self.clients.values())
    if id is not None and id < len(others):
        others.pop(id)
    return others
