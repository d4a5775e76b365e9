"""Connections are closed, not shut down.

Believed: close and shutdown are the same.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "drop"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for client in self.roster.everyone_but(None):
        client.conn.close()
    join_all(self.threads)
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
