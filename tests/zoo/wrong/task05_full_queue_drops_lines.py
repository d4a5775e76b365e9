"""put_nowait, and a full queue loses the line.

Believed: a client thread must not wait for anything but its client.
"""

TASK = 5
FAILS = [
    "test_stops_in_the_middle",
]
MAY_FAIL = [
    "test_lines_not_chunks",
    "test_line_too_long",
]
SAYS = "put waits for room"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            try:
                self.msg_queue.put_nowait((client.id, line))
            except queue.Full:
                log.warning("the queue is full")
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
