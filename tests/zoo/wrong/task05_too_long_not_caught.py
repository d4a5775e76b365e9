"""LineTooLong is not caught.

Believed: read_lines deals with it.
"""

TASK = 5
FAILS = ["test_line_too_long"]
SAYS = "read_lines raises LineTooLong"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
