"""Strikes it off and hangs up in one step, under the roster's lock.

Believed: nobody must see it half gone.
Wrong: P10/P11. hang_up waits up to half a second and more; meanwhile nobody hears anything and nobody gets in, if the one who said Bye! does not close.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
]
SAYS = "hang_up may wait half a second, and meanwhile"


def client_thread(self, client):
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
        with self.roster.lock:
            self.roster.clients.pop(client.id, None)
            client.hang_up()
