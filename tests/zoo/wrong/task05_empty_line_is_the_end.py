"""An empty line is taken for the end of the stream.

Believed: as recv returns b'' at the end, the last line is ''.
"""

TASK = 5
FAILS = [
    "test_almost_goodbye",
]
SAYS = "An empty line is a message"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            if not line:
                break
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
