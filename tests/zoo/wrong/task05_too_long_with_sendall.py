"""Sends the complaint itself, so that it surely goes out before the close.

Believed: sendall sends it now; deliver might leave it to somebody.
Wrong: P3/P11. With a backlog it gets into the middle of another line; a client that does not read keeps the thread in sendall and its connection open.
"""

TASK = 5
FAILS = [
    "test_line_too_long",
]
SAYS = "Only deliver knows what is still to be sent"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        try:
            client.conn.sendall(encode_line("Server: line too long"))
        except OSError:
            pass
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
