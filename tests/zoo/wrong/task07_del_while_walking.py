"""Looks for the client to leave while it walks the table.

Believed: one may take from a dict what one has just found.
"""

TASK = 7
FAILS = ['test_coming_and_going']
MAY_FAIL = ['test_departed_are_off_the_roster', 'test_leavers_on_the_line']
SAYS = ''


def join(self, client: Client) -> None:
    with self.lock:
        if client.id not in self.clients:
            self.clients[client.id] = client
            client.deliver(b"")


def leave(self, client: Client) -> None:
    with self.lock:
        for key, c in self.clients.items():
            if c is client:
                del self.clients[key]


def everyone_but(self, id: int | None) -> list[Client]:
    with self.lock:
        return [c for c in self.clients.values() if c.id != id]
