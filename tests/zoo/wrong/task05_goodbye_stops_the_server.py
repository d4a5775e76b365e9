"""Sets stop_event at the goodbye.

Believed: stop_event stops the thread.
Wrong: P9: when one client says Bye!, the whole server ends.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_nothing_is_left",
]
SAYS = "stop_event ends the whole server"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE:
                self.stop_event.set()
            if self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
