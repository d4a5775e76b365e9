"""A line that is too long ends the conversation without a word.

Believed: who breaks the rules is owed no answer.
"""

TASK = 5
FAILS = ["test_line_too_long"]
SAYS = "is to be told so"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE or self.stop_event.is_set():
                break
    except LineTooLong:
        pass
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
