"""Hangs up politely after a goodbye, and just closes where nobody listens.

Believed: after the end of the stream, or a reset, there is no one to be polite to.
Wrong: P10/P12. The client may have ended only its own side and not read: its writer thread stays in sendall, the socket lives on under it, and the server cannot end.
"""

TASK = 5
FAILS = [
    "test_nothing_is_left",
]
MAY_FAIL = [
    "test_line_too_long",
]
SAYS = "close leaves a writer thread behind that"


def client_thread(self, client):
    polite = False
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                polite = True
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
        polite = True
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        if polite:
            client.hang_up()
        else:
            client.conn.close()
