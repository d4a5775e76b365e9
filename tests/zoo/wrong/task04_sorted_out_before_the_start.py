"""Keeps the thread, sorts out the dead ones, then starts it.

Believed: a thread in the list is kept.
Wrong: P12. A thread that was not started is not alive: each new one is sorted out at once, and close waits for none.
"""

TASK = 4
FAILS = [
    "test_accept_thread_ends",
]
SAYS = "Nobody waits for the client threads at the"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    self.threads.append(thread)
    self.threads = [t for t in self.threads if t.is_alive()]
    thread.start()
