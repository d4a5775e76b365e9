"""Case 3: `ChatServer.welcome` of server.py. The rest is healthy."""


def welcome(self, conn):
    """Give a connection its id, its greeting, its place, its thread."""
    client = Client(len(self.roster.everyone_but(None)), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
