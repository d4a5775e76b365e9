"""After the notice reads until the client closes.

Believed: what is left unread would turn the close into a reset.
Wrong: P3: 'and closes the connection'. A client that stays is never closed;
one that sends without end holds its thread for ever.
"""

TASK = 5
FAILS = [
    "test_line_too_long",
]
SAYS = "Who never stops is never heard out"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
        try:
            while client.conn.recv(65536):
                pass
        except OSError:
            pass
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
