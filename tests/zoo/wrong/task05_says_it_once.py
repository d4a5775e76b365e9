"""Leaves out a line that is the same as the one before.

Believed: 'once' in P7: nobody is to hear a line twice.
Wrong: P7. Who says 'no' twice is heard once.
"""

TASK = 5
FAILS = [
    "test_lines_not_chunks",
]
SAYS = "Who says the same twice means it: put each"


def client_thread(self, client):
    previous = None
    try:
        for line in read_lines(client.conn):
            if line != previous:
                self.msg_queue.put((client.id, line))
            previous = line
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
