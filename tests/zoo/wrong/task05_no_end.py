"""Reads on after the end of the stream.

Believed: an empty recv means that nothing has come yet.
"""

TASK = 5
FAILS = [
    "test_end_of_stream",
    "test_unfinished_line",
    "test_no_spinning",
    "test_nothing_is_left",
]
MAY_FAIL = [
    "test_line_too_long",
]
SAYS = "At the end of the stream"


def client_thread(self, client):
    try:
        while True:
            for line in read_lines(client.conn):
                self.msg_queue.put((client.id, line))
                if line == GOODBYE or self.stop_event.is_set():
                    return
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
