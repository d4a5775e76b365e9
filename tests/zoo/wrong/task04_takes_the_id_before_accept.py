"""Takes the next id before it accepts.

Believed: so that the id is ready when the client comes.
Wrong: P6, ids grow by one: while no descriptor is free, each failed try uses
one up; after some seconds of that, the one who gets in has id 73 in place of
4.
"""

TASK = 4
FAILS = [
    "test_out_of_descriptors",
]
SAYS = "An id went to nobody"


def accept_thread(self):
    while not self.stop_event.is_set():
        self.coming = next(self.ids)
        try:
            self.welcome(self.listener.accept()[0])
        except OSError:
            self.stop_event.wait(0.1)


def welcome(self, conn):
    client = Client(self.coming, conn)
    client.backlog += encode_line(f"Server: you have received id {client.id}")
    self.roster.join(client)
    client.deliver(b"")
    thread = threading.Thread(target=self.client_thread, args=[client])
    thread.name = f"client-{client.id}"
    thread.start()
    self.threads = [t for t in self.threads if t.is_alive()] + [thread]
