"""The first line is put before the loop, where nobody compares it with the goodbye.

Believed: a conversation does not begin with its goodbye.
Wrong: P9: a client whose very first line is `Bye!` is broadcast, and then not
closed; what it sends next is heard, too. After any other line the goodbye is right.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_nothing_is_left",
]
SAYS = "The first line may be the goodbye as well"


def client_thread(self, client):
    try:
        lines = read_lines(client.conn)
        for line in itertools.islice(lines, 1):
            self.msg_queue.put((client.id, line))
        for line in lines:
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
