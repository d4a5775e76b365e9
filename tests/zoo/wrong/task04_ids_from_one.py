"""Counts the ids from one.

Believed: counting starts at one.
"""

TASK = 4
FAILS = [
    "test_greeting",
    "test_ids_are_not_used_again",
]
SAYS = "Ids start at 0"


def welcome(self, conn):
    client = Client(next(self.ids) + 1, conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
