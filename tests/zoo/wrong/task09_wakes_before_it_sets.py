"""Wakes the accept thread, then sets stop_event.

Believed: the two follow one another so quickly that nobody looks between.
"""

TASK = 9
FAILS = ["test_close_ends_every_thread"]
MAY_FAIL = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
]
SAYS = "Set stop_event first"


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
