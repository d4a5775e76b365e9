"""Makes each connection non-blocking.

Believed: the sender must never wait, so the socket must not block.
Wrong: P6, P10: recv raises BlockingIOError, an OSError, at once: every client
gets its greeting and is closed.
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
SAYS = "A connection that does not wait for the next line gives"


def welcome(self, conn):
    conn.setblocking(False)
    client = Client(next(self.ids), conn)
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
