"""The id is the number of clients in the roster.

Believed: who comes when three are there is number 3.
"""

TASK = 4
FAILS = [
    "test_ids_are_not_used_again",
    "test_greeting_first_then_everything",
]
MAY_FAIL = [
    "test_out_of_descriptors",
]
SAYS = "An id must never be given again"


def welcome(self, conn):
    client = Client(len(self.roster.everyone_but(None)), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
