"""Takes the roster's lock around join.

Believed: the roster is shared, so one must hold its lock.
Wrong: P6, P12: join takes the same lock again and waits for ever: nobody is
greeted, nobody hears anybody, and Ctrl-C does not end it.
"""

TASK = 4
FAILS = [
    "test_greeting",
    "test_ids_are_not_used_again",
    "test_greeting_first_then_everything",
    "test_many_at_once",
    "test_gone_before_the_greeting",
    "test_silent_connection",
    "test_accept_thread_ends",
    "test_out_of_descriptors",
]
SAYS = "join takes the lock of the roster itself"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    with self.roster.lock:
        self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
