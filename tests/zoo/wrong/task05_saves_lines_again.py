"""Takes the lines of the LineTooLong, which were yielded already.

Believed: the exception carries the lines that came before the long one, so
that they are not lost; I must put them on the queue.
Wrong: P7 (once): read_lines has yielded them. `a\\n` `b\\n` and 5000 bytes in one
piece are heard as `0:a` `0:b` `0:a` `0:b`. In separate pieces all is right.
"""

TASK = 5
FAILS = [
    "test_line_too_long",
]
SAYS = "read_lines has yielded the lines before the long one"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong as error:
        # Make sure that nothing the client said is lost.
        for line in error.lines:
            self.msg_queue.put((client.id, line))
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
