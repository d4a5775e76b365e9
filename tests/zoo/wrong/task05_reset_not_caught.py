"""OSError is not caught.

Believed: at a reset recv gives b'', as at any end.
"""

TASK = 5
FAILS = ["test_reset"]
SAYS = "raises OSError"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    finally:
        self.roster.leave(client)
        client.hang_up()
