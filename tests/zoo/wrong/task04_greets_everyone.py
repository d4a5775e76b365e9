"""The greeting of a newcomer goes to everyone in the roster.

Believed: a greeting is for the room; alone in it, the output was right.
"""

TASK = 4
FAILS = [
    "test_ids_are_not_used_again",
    "test_greeting_first_then_everything",
    "test_many_at_once",
    "test_gone_before_the_greeting",
    "test_out_of_descriptors",
]
MAY_FAIL = [
    "test_accept_thread_ends",
]
SAYS = ""


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    for other in self.roster.everyone_but(None):
        other.deliver(greeting)
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
