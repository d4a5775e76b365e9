"""The goodbye is not put on the queue.

Believed: Bye! is for the server, not for the others.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_nothing_is_left",
]
SAYS = "The goodbye itself is broadcast"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            if line == GOODBYE or self.stop_event.is_set():
                break
            self.msg_queue.put((client.id, line))
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
