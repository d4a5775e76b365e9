"""Takes the roster's lock around leave, and hangs up without it.

Believed: the roster is shared, so whoever changes it takes its lock.
Wrong: P9/P10: leave takes the same lock and waits for itself: who says Bye! sees no end,
and nobody hears anything any more.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_end_of_stream",
    "test_reset",
    "test_unfinished_line",
    "test_no_spinning",
    "test_line_too_long",
    "test_nothing_is_left",
    "test_stops_in_the_middle",
]
SAYS = "leave takes the lock of the roster itself"



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
        with self.roster.lock:
            self.roster.leave(client)
        client.hang_up()
