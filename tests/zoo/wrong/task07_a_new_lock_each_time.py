"""`with threading.Lock()` in each method.

Believed: any lock will do.
"""

TASK = 7
FAILS = [
    "test_coming_and_going",
]
SAYS = 'Each Lock() is a new one'


def join(self, client: Client) -> None:
    with threading.Lock():
        self.clients[client.id] = client


def leave(self, client: Client) -> None:
    with threading.Lock():
        self.clients.pop(client.id, None)


def everyone_but(self, id: int | None) -> list[Client]:
    with threading.Lock():
        return [c for c in self.clients.values() if c.id != id]
