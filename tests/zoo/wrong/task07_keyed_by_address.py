"""The roster's key is the peer's address, asked of the socket.

Believed: An address belongs to one connection, so it is a good key.
Wrong: P10. After a reset getpeername raises OSError: in leave this ends the
client thread with a traceback before hang_up, so the client stays in the
roster and its socket stays open, one for each reset.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_coming_and_going",
]
SAYS = "The key is client.id"


def join(self, client):
    with self.lock:
        self.clients[client.conn.getpeername()] = client


def leave(self, client):
    with self.lock:
        self.clients.pop(client.conn.getpeername(), None)
