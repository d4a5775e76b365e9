"""Greeting last: join, start the thread, then say the id.

Believed: it does not matter in which order these three are done, they all
happen at once.
"""

TASK = 4
FAILS = ["test_greeting_first_then_everything"]
MAY_FAIL = [
    "test_ids_are_not_used_again",
]
SAYS = "came before the greeting"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    self.roster.join(client)
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
    client.deliver(encode_line(f"Server: you have received id {client.id}"))
