"""Daemon threads that nobody keeps.

Believed: a daemon needs nobody who waits for it.
"""

TASK = 4
FAILS = ['test_accept_thread_ends']
SAYS = 'keep each one in self.threads'


def welcome(self, conn: socket.socket) -> None:
    id = next(self.ids)
    client = Client(id, conn)
    client.backlog += encode_line(f"Server: you have received id {id}")
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=(client,), name=f"client-{id}", daemon=True)
    thread.start()
