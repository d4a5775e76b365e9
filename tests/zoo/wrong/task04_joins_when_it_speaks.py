"""The client joins the roster only in its own thread, at its first line.

Believed: who has not spoken yet is not in the conversation yet.
"""

TASK = 4
FAILS = [
    "test_ids_are_not_used_again",
    "test_greeting_first_then_everything",
    "test_many_at_once",
    "test_gone_before_the_greeting",
    "test_silent_connection",
    "test_accept_thread_ends",
    "test_out_of_descriptors",
]
SAYS = "join first"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    client.deliver(b"")

    def talk():
        if select.select([conn], [], []):
            self.roster.join(client)
        self.client_thread(client)

    thread = threading.Thread(target=talk)
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
