"""After the goodbye it waits with msg_queue.join(), which never returns because nobody calls task_done().

Believed: join() returns when the queue is empty.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
    "test_nothing_is_left",
    "test_stops_in_the_middle",
]
SAYS = "msg_queue.join() waits until somebody has"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                self.msg_queue.join()  # let everybody hear it first
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
