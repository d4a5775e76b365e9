"""Puts None on msg_queue when its client has left.

Believed: None tells the sender thread that this client is done.
Wrong: P9, P10. None ends the sender thread, and the batch that it is in is
not delivered: with the first who leaves nobody hears the goodbye, nor
anything from then on. The goodbye was put on msg_queue.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_end_of_stream",
    "test_reset",
    "test_unfinished_line",
    "test_no_spinning",
    "test_line_too_long",
    "test_nothing_is_left",
]
SAYS = "None ends the sender thread"


def client_thread(self, client: Client) -> None:
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.msg_queue.put(None)
        self.roster.leave(client)
        client.hang_up()
