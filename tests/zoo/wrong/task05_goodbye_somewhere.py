"""A line that holds the goodbye is taken for it.

Believed: who writes Bye! leaves.
"""

TASK = 5
FAILS = ["test_almost_goodbye"]
SAYS = "Only `Bye!`, exactly"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if GOODBYE in line or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
