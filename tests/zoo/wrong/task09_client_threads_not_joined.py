"""Drops everyone, and does not wait for their threads.

Believed: a thread that was woken has as good as ended.
"""

TASK = 9
FAILS = ['test_close_ends_every_thread']
MAY_FAIL = ['test_interrupt_in_a_flood']
SAYS = "client thread"


def close(self) -> None:
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
