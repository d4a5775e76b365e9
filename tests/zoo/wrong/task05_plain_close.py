"""close() in place of hang_up.

Believed: close always says goodbye politely.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_line_too_long",
    "test_nothing_is_left",
]
SAYS = "hang_up"


def client_thread(self, client):
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
        self.roster.leave(client)
        client.conn.close()
