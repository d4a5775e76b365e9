"""Starts the thread, then joins the roster.

Believed: nobody can say goodbye that soon.
"""

TASK = 4
FAILS = ["test_greeting_first_then_everything"]
SAYS = "the thread comes last"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.roster.join(client)
    client.deliver(b"")
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
