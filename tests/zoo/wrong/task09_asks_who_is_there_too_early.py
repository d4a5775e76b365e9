"""Asks who is there before the accept thread has ended.

Believed: nobody comes any more.
"""

TASK = 9
FAILS = ["test_close_ends_every_thread"]
SAYS = "accept thread has ended"


def close(self):
    clients = self.roster.everyone_but(None)
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
