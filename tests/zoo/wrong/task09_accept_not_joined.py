"""Wakes the accept thread, and does not wait for it.

Believed: a thread that was woken has as good as ended.
"""

TASK = 9
FAILS = ['test_close_ends_every_thread']
MAY_FAIL = ['test_interrupt_in_a_flood']
SAYS = 'join it after the wake'


def close(self) -> None:
    self.stop_event.set()
    self.wake()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads, 1)
    for client in clients:
        client.conn.close()
    join_all(self.threads, 0.5)
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
