"""None is made a number first.

Believed: `id or 0` is only there to please the type checker.
Wrong: P12. "All" leaves client 0 out: close does not drop it, it sees no end of the
stream, and its thread stays.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
]
SAYS = "None is not 0: with None everybody is meant,"


def everyone_but(self, id):
    skip = int(id or 0)
    with self.lock:
        return [c for i, c in self.clients.items() if i != skip]
