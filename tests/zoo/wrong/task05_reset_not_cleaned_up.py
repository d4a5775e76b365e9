"""Cleans up by hand on each way out, and forgets one: the reset.

Believed: When the connection broke there is nothing left to clean up.
Wrong: P10. Whoever is reset stays on the roster, and the socket stays open. The
goodbye is on msg_queue before the hang_up; the hang_up above it is for the
end of the server.
"""

TASK = 5
FAILS = [
    "test_nothing_is_left",
]
SAYS = "Not every way out cleans up"



def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            if self.stop_event.is_set():
                self.roster.leave(client)
                client.hang_up()
                return
            self.msg_queue.put((client.id, line))
            if line == GOODBYE:
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        return
    self.roster.leave(client)
    client.hang_up()
