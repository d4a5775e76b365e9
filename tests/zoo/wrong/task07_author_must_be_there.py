"""The author is deleted from a copy, and must be there.

Believed: who says something is connected while it is delivered.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
SAYS = "Who has said something may have left since"


def everyone_but(self, id):
    with self.lock:
        others = self.clients.copy()
    if id is not None:
        del others[id]
    return list(others.values())
