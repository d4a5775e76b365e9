"""A client that vanishes is given a goodbye.

Believed: the others should be told that somebody has left, however it left.
"""

TASK = 5
FAILS = [
    "test_end_of_stream",
    "test_unfinished_line",
    "test_no_spinning",
    "test_nothing_is_left",
]
SAYS = "nobody is told"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
        else:
            self.msg_queue.put((client.id, GOODBYE))
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
