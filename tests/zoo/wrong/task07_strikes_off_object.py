"""Deletes by the client where the key is its id: a KeyError, so the client thread dies before it hangs up.

Believed: a dictionary can be asked for its values.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "The table's keys are ids:"


def leave(self, client):
    with self.lock:
        del self.clients[client]
