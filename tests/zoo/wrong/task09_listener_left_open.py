"""The listening socket is not closed.

Believed: when the accept thread has ended, nobody listens any more.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
SAYS = "Nobody closes the listener"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
