"""Leave looks for the client among the ids.

Believed: `in` finds the values of a dict.
Wrong: P10. Nobody is ever struck off: the clients that have left stay in memory
with their backlog, up to 4 MB for each that was dropped.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
SAYS = "Who leaves must be struck off: out of the"


def leave(self, client):
    with self.lock:
        if client in self.clients:
            del self.clients[client.id]
