"""On a reset the thread returns without cleaning up.

Believed: a broken connection is gone already, there is nothing to close.
"""

TASK = 5
FAILS = [
    "test_nothing_is_left",
]
SAYS = "belong in a `finally`"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        return
    self.roster.leave(client)
    client.hang_up()
