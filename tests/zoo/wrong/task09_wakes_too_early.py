"""Wakes the accept thread, then sets stop_event.

Believed: the order of two lines next to each other is no matter.
Wrong: P12. If the accept thread has welcomed the wake-up and looks at stop_event
before it is set, it waits in accept again, and close for ever.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
MAY_FAIL = [
    "test_interrupt_in_bad_company",
    "test_interrupt",
    "test_interrupt_in_a_flood",
]
SAYS = "Set stop_event first, then wake: the accept"


def close(self):
    self.wake()
    self.stop_event.set()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
