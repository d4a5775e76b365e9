"""Closes new connections when 128 are there.

Believed: a server must have a maximum.
Wrong: P6: the first line on each connection is the greeting. The 129th client
gets an end of stream and no greeting.
"""

TASK = 4
FAILS = [
    "test_many_at_once",
]
SAYS = "There is no most"


def welcome(self, conn):
    self.threads = [t for t in self.threads if t.is_alive()]
    if len(self.threads) >= 128:
        conn.close()
        return
    client = Client(next(self.ids), conn)
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
