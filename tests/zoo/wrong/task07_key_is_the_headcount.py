"""A client is entered at the next free place of the table.

Believed: len(clients) is a key that nobody has.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_coming_and_going",
]
SAYS = "by its id"


def join(self, client):
    with self.lock:
        self.clients[len(self.clients)] = client


def leave(self, client):
    with self.lock:
        for key, other in list(self.clients.items()):
            if other is client:
                del self.clients[key]
