"""Takes a carriage return behind the goodbye for part of the line end.

Believed: some clients send \\r\\r\\n; the \\r is never text.
Wrong: P9 (exactly), P2 (one \\r). 'Bye!\\r\\r\\n' is the text 'Bye!\\r' and no goodbye.
"""

TASK = 5
FAILS = [
    "test_almost_goodbye",
]
SAYS = "Only `Bye!`, exactly, is the goodbye: compare"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line.rstrip("\r") == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
