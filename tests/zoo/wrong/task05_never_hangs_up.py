"""Leaves the roster, and leaves the connection open.

Believed: Python closes a socket that nobody needs.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_nothing_is_left",
]
SAYS = "Nobody calls hang_up"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE:
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
