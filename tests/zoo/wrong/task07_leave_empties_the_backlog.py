"""leave throws away what is still to be sent to somebody who leaves.

Believed: Who has left hears nothing more, so what waits for it can go.
Wrong: P9. It has said Bye!, but it reads on until the end of the stream: what
was said before its goodbye is still to come.
"""

TASK = 7
FAILS = [
    "test_leavers_on_the_line",
]
SAYS = "reads on"


def leave(self, client):
    with self.lock:
        self.clients.pop(client.id, None)
    with client.lock:
        client.backlog.clear()
