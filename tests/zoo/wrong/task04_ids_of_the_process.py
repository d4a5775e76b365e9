"""One counter for all servers of the process.

Believed: an id is never used again, so there is one count, for good.
Wrong: P6 (ids start at 0): the second ChatServer in a process (two at once, or
one after the other's close) greets its first client with the id at which
the first had stopped. One server is right.
"""

TASK = 4
FAILS = [
    "test_accept_thread_ends",
]
SAYS = "Each server counts for itself"


def welcome(self, conn):
    ids = ChatServer.welcome.__dict__.setdefault("ids", itertools.count())
    client = Client(next(ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
