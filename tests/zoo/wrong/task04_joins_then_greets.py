"""Joins the roster, then delivers the greeting, one line later.

Believed: nothing happens between two lines.
"""

TASK = 4
FAILS = ["test_greeting_first_then_everything"]
MAY_FAIL = ["test_ids_are_not_used_again"]
SAYS = "came before the greeting"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    self.roster.join(client)
    client.deliver(encode_line(greeting))
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
