"""leave makes a new table of those who are still connected, without the lock.

Believed: A copy of the table is walked, and the new one takes its place in one
step, so there is nothing to guard.
Wrong: P7. A newcomer who joins while the new table is being made is not in
it: it has its greeting, but never hears anything, and close() does not cut it
(P12). Seen when many come and go.
"""

TASK = 7
FAILS = [
    "test_coming_and_going",
]
MAY_FAIL = [
    "test_departed_are_off_the_roster",
]
SAYS = "A lock holds for those alone who take it"


def leave(self, client):
    rest = {}
    for other in list(self.clients.values()):
        try:
            other.conn.getpeername()
        except OSError:
            continue
        if other is not client:
            rest[other.id] = other
    self.clients = rest
