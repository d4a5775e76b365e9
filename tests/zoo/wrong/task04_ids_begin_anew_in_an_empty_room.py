"""Starts with id 0 again when nobody is connected.

Believed: nobody is left who could mix them up.
Wrong: P6: an id is never used again. After everyone left, the next one is 0
once more.
"""

TASK = 4
FAILS = [
    "test_ids_are_not_used_again",
]
SAYS = "An id is never used again"


def welcome(self, conn):
    if not self.roster.clients:
        self.ids = itertools.count()
    client = Client(next(self.ids), conn)
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
