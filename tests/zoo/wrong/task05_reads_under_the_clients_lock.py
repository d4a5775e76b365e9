"""Holds client.lock while it reads.

Believed: the socket is shared, so it needs the lock.
Wrong: P7, P11: deliver waits for that lock: the sender hangs at the first
silent client, and nobody hears anything any more.
"""

TASK = 5
FAILS = [
    "test_lines_not_chunks",
    "test_one_queue_for_all",
    "test_silence",
    "test_nothing_after_goodbye",
    "test_almost_goodbye",
    "test_end_of_stream",
    "test_reset",
    "test_unfinished_line",
    "test_no_spinning",
    "test_line_too_long",
    "test_nothing_is_left",
    "test_stops_in_the_middle",
]
SAYS = "Who delivers to this client needs its lock"


def client_thread(self, client):
    try:
        with client.lock:
            for line in read_lines(client.conn):
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
