"""Gives each connection a timeout of one second: a client that only listens is thrown out.

Believed: without a timeout recv would hang for ever, and who is quiet has left.
"""

TASK = 4
FAILS = [
    "test_silent_connection",
]
SAYS = "A pause is no departure:"


def welcome(self, conn):
    conn.settimeout(1.0)
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
