"""Strips each line.

Believed: read_lines leaves the end of the line on it.
"""

TASK = 5
FAILS = ["test_almost_goodbye"]
SAYS = "no strip"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line.strip()))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
