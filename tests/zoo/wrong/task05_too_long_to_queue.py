"""Puts "Server: line too long" on msg_queue: all others hear it, with a wrong author, and the client itself does not.

Believed: whatever is to be said goes through msg_queue.
"""

TASK = 5
FAILS = [
    "test_line_too_long",
]
SAYS = "Who has sent too much"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        self.msg_queue.put((client.id, "Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
