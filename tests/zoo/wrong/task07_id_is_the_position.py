"""The author is taken out by its position.

Believed: client N stands at place N of the table.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
MAY_FAIL = [
    "test_coming_and_going",
]
SAYS = "not a place in a list"


def everyone_but(self, id):
    with self.lock:
        clients = list(self.clients.values())
        if id is not None:
            del clients[id]
        return clients
