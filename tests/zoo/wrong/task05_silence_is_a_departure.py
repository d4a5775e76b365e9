"""A timeout on the client's socket.

Believed: who says nothing for a second has left.
"""

TASK = 5
FAILS = ['test_silence']
SAYS = 'A pause is no departure'


def client_thread(self, client: Client) -> None:
    client.conn.settimeout(1)
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
        client.hang_up()
