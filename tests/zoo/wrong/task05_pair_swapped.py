"""Puts (line, id) on msg_queue.

Believed: the order in a tuple does not matter.
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
]
# Flooders hear themselves, too: it may not be through in time.
MAY_FAIL = ["test_stops_in_the_middle"]
SAYS = "the id in front"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((line, client.id))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
