"""leave hangs up as well, while it holds the roster's lock.

Believed: to leave is one step, so all of it belongs under the lock.
"""

TASK = 7
FAILS = [
    "test_leavers_on_the_line",
]
SAYS = "the lock of the roster"


def leave(self, client):
    with self.lock:
        if client.id in self.clients:
            del self.clients[client.id]
            client.hang_up()
