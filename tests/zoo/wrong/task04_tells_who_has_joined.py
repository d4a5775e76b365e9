"""Tells the others that somebody has joined.

Believed: that is what chats do.
Wrong: P7, P10: the others hear 'N:has joined the chat', which N never said.
"""

TASK = 4
FAILS = [
    "test_ids_are_not_used_again",
    "test_many_at_once",
    "test_gone_before_the_greeting",
    "test_out_of_descriptors",
]
MAY_FAIL = [
    "test_accept_thread_ends",
]
SAYS = "Who joins is greeted"


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    client.deliver(b"")
    self.msg_queue.put((client.id, "has joined the chat"))
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
