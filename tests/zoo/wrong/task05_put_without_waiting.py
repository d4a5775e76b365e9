"""Never waits for the queue: a line that does not fit is dropped.

Believed: a client thread waits for its client only; a full queue means a flood, and that may lose something.
Wrong: P7. Of some thousand lines in one go a part is never heard.
"""

TASK = 5
FAILS = [
    "test_stops_in_the_middle",
]
MAY_FAIL = [
    "test_lines_not_chunks",
    "test_line_too_long",
]
SAYS = "When msg_queue is full, lines get lost: put"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            try:
                self.msg_queue.put_nowait((client.id, line))
            except queue.Full:
                if line != GOODBYE:
                    continue
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
