"""Empty lines are not passed on.

Believed: an empty line says nothing.
"""

TASK = 5
FAILS = ["test_almost_goodbye"]
SAYS = "An empty line is a message"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            if line:
                self.msg_queue.put((client.id, line))
            if line == GOODBYE:
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
