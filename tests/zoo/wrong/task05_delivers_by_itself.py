"""Delivers each line itself, past msg_queue.

Believed: the queue is a detour.
"""

TASK = 5
FAILS = ['test_one_queue_for_all']
MAY_FAIL = ['test_lines_not_chunks', 'test_nothing_is_left']
SAYS = 'delivers for itself'


def client_thread(self, client: Client) -> None:
    try:
        for line in read_lines(client.conn):
            for other in self.roster.everyone_but(client.id):
                other.deliver(encode_line(f"{client.id}:{line}", RELAY_LIMIT))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
