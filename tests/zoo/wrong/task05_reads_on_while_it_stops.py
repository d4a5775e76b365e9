"""Reads all that has come, whether the server is to stop or not.

Believed: close has dropped the client, so there is nothing left to read.
"""

TASK = 5
FAILS = ["test_stops_in_the_middle"]
SAYS = "after each line"


def client_thread(self, client):
    try:
        for line in read_lines(client.conn):
            self.msg_queue.put((client.id, line))
            if line == GOODBYE:
                break
    except LineTooLong:
        client.deliver(encode_line("Server: line too long"))
    except OSError:
        pass
    finally:
        self.roster.leave(client)
        client.hang_up()
