"""Takes its threads from a pool.

Believed: a thread pool is a thread for each client.
"""

TASK = 4
FAILS = [
    "test_many_at_once",
    "test_silent_connection",
    "test_accept_thread_ends",
    "test_out_of_descriptors",
]
SAYS = "A pool has a fixed number"


def accept_thread(self):
    from concurrent.futures import ThreadPoolExecutor

    self.pool = ThreadPoolExecutor(max_workers=6)
    while not self.stop_event.is_set():
        self.welcome(self.listener.accept()[0])


def welcome(self, conn):
    client = Client(next(self.ids), conn)
    greeting = f"Server: you have received id {client.id}"
    client.backlog += encode_line(greeting)
    self.roster.join(client)
    client.deliver(b"")
    self.pool.submit(self.client_thread, client)
