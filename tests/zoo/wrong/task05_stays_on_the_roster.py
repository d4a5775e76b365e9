"""Hangs up, and never leaves the roster.

Believed: who is gone hears nothing, so it does no harm.
"""

TASK = 5
FAILS = ['test_nothing_is_left']
SAYS = 'roster.leave'


def client_thread(self, client: Client) -> None:
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
        client.hang_up()
