"""Lets go of who says nothing for ten minutes.

Believed: settimeout(600) is for recv, and long enough for everyone.
Wrong: P11. It is for send too: with the socket of a slow reader full, the sender waits for it, up to ten minutes.
"""

TASK = 5
FAILS = [
    "test_silence",
]
SAYS = "A pause is no departure: who says nothing for"


def client_thread(self, client):
    client.conn.settimeout(600)
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
