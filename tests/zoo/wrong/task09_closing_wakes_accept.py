"""The listener is closed to end accept.

Believed: close() from another thread wakes the accept that waits on it.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
]
MAY_FAIL = [
    "test_interrupt",
    "test_same_port_again",
    "test_close_ends_every_thread",
]
SAYS = "still waits in accept"


def close(self):
    self.stop_event.set()
    self.listener.close()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
