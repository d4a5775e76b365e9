"""Logs where each client comes from.

Believed: a connection that was accepted has a peer.
Wrong: P10. A client that was reset before it was accepted has none: getpeername raises, and the client stays on the roster, its socket open, without a thread.
"""

TASK = 4
FAILS = [
    "test_out_of_descriptors",
]
SAYS = "Who has gone already has no address any more:"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    print("client {} from {}:{}".format(client.id, *conn.getpeername()))
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
