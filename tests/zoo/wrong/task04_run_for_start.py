"""thread.run() in place of start().

Believed: run runs the thread.
"""

TASK = 4
FAILS = [
    "test_greeting",
    "test_ids_are_not_used_again",
    "test_greeting_first_then_everything",
    "test_many_at_once",
    "test_gone_before_the_greeting",
    "test_silent_connection",
    "test_accept_thread_ends",
    "test_out_of_descriptors",
]
SAYS = "run() works"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.run()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
