"""Leaves out all ids up to the author's.

Believed: < and != do the same, for ids grow.
"""

TASK = 7
FAILS = [
    "test_nobody_hears_himself",
    "test_everybody_else_hears",
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "compare the ids"


def everyone_but(self, id):
    with self.lock:
        return [c for c in self.clients.values() if id is None or c.id > id]
