"""Puts None on msg_queue, and does not wait for the sender thread.

Believed: a thread that is told to end has ended.
"""

TASK = 9
FAILS = ["test_close_ends_every_thread"]
SAYS = "sender thread was not waited for"


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
    self.listener.close()
