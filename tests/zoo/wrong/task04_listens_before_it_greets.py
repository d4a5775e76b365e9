"""Starts the client's thread first, then greets.

Believed: the order does not matter, since the client speaks only after the greeting.
Wrong: P6. A client that has said Bye! (or a line too long) before it was accepted may be hung up, or told so, before its greeting; and it is entered after it left.
"""

TASK = 4
FAILS = [
    "test_greeting_first_then_everything",
]
SAYS = "Who leaves at once was struck off first, and"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    client.deliver(b"")
