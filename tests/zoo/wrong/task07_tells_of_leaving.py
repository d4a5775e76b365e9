"""Tells everyone who is left that somebody has gone.

Believed: it is kind to let the others know.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "Who leaves is struck off,"


def leave(self, client):
    with self.lock:
        self.clients.pop(client.id, None)
        others = list(self.clients.values())
    for other in others:
        other.deliver(encode_line(f"Server: client {client.id} has left"))
