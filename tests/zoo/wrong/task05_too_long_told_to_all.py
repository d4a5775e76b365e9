"""Tells everybody that the line was too long.

Believed: what is put on msg_queue reaches the client as well.
"""

TASK = 5
FAILS = ["test_line_too_long"]
SAYS = "is to be told so"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE:
                break
    except LineTooLong:
        self.msg_queue.put((client.id, "Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
