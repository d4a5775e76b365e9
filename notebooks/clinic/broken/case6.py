"""Case 6: `ChatServer.client_thread` of server.py. The rest is healthy."""


def client_thread(self, client):
    """Put each line of `client` on msg_queue, until it has left."""
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        return  # the connection broke: nobody is there to hang up on
    self.roster.leave(client)
    client.hang_up()
