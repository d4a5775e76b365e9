"""Reads with the limit of what the server relays.

Believed: there is one limit.
"""

TASK = 5
FAILS = ["test_line_too_long"]
SAYS = "RELAY_LIMIT"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn, RELAY_LIMIT):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
