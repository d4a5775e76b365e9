"""Tells the others that somebody has left.

Believed: the others want to know when somebody goes.
Wrong: P9, P10. After `3:Bye!` everybody reads `3:has left the chat`, which
client 3 has never said. The goodbye does end the loop.
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
SAYS = "What a client sent goes on msg_queue"


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
        self.msg_queue.put((client.id, "has left the chat"))
        self.roster.leave(client)
        client.hang_up()
