"""The id is one more than the highest of those present.

Believed: that one cannot be taken.
"""

TASK = 4
FAILS = [
    "test_ids_are_not_used_again",
]
SAYS = "never be given again"


def welcome(self, conn):
    present = [client.id for client in self.roster.everyone_but(None)]
    client = Client(max(present, default=-1) + 1, conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
