"""Puts the goodbye on the queue when the connection is closed.

Believed: the others should hear that it is gone when it is gone.
Wrong: P9: first the broadcast, then the close. N sees the end of its stream,
and the others do not hear 'N:Bye!' until N has closed its side or half a
second has passed.
"""

TASK = 5
FAILS = [
    "test_nothing_after_goodbye",
]
SAYS = "The goodbye must be on msg_queue before the connection"


def client_thread(self, client):
    said = False
    try:
        for line in read_lines(client.conn):
            said = line == GOODBYE
            if said:
                break
            self.msg_queue.put((client.id, line))
            if self.stop_event.is_set():
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
        if said:
            self.msg_queue.put((client.id, GOODBYE))
