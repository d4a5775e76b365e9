"""Leave takes no lock.

Believed: dict.pop is atomic, so the lock would only cost time.
Wrong: P10. everyone_but walks the dict under the lock, and this changes its size
meanwhile: RuntimeError in the sender thread, which is dead from then on.
"""

TASK = 7
FAILS = [
    "test_coming_and_going",
]
SAYS = "A lock holds for those alone who take it:"


def leave(self, client):
    self.clients.pop(client.id, None)
