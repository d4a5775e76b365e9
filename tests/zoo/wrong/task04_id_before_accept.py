"""A for loop over the ids: one for each connection.

Believed: for id in self.ids is the neatest way to count connections.
Wrong: P6. An accept that fails (no descriptor is free) uses up an id each time; the ids no longer grow by one.
"""

TASK = 4
FAILS = [
    "test_out_of_descriptors",
]
SAYS = "An id went to nobody: take the next one when"


def accept_thread(self):
    for id in self.ids:
        if self.stop_event.is_set():
            break
        try:
            conn, _ = self.listener.accept()
            client = Client(id, conn)
        except OSError:
            self.stop_event.wait(0.1)
            continue
        client.backlog += encode_line(f"Server: you have received id {id}")
        self.roster.join(client)
        client.deliver(b"")
        thread = threading.Thread(target=self.client_thread, args=[client])
        thread.name = f"client-{id}"
        thread.start()
        self.threads = [t for t in self.threads if t.is_alive()] + [thread]
