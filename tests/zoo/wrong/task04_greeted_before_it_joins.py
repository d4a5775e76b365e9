"""Sends the greeting, then joins the roster.

Believed: nothing happens between two lines.
"""

TASK = 4
FAILS = ["test_greeting_first_then_everything"]
MAY_FAIL = [
    "test_silent_connection",
    "test_out_of_descriptors",
    "test_accept_thread_ends",
]
SAYS = "join first"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    client.deliver(b"")
    self.roster.join(client)
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
