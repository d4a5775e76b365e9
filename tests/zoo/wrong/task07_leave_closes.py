"""leave closes the client's socket as well.

Believed: Who leaves the roster has left, so its connection can be closed.
Wrong: P9, P3. hang_up comes after it and finds a closed socket. A client that
sent more behind `Bye!`, or too long a line, gets a reset instead of a clean
end, and may lose what it had not read yet, such as `Server: line too long`.
"""

TASK = 7
FAILS = [
    "test_leavers_on_the_line",
]
SAYS = "The roster only strikes off"


def leave(self, client):
    with self.lock:
        self.clients.pop(client.id, None)
    client.conn.close()
