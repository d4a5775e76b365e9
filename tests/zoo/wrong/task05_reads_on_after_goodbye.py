"""The goodbye does not end the loop.

Believed: the client closes the connection itself after it.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_nothing_is_left",
]
SAYS = "The goodbye must end the loop"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
