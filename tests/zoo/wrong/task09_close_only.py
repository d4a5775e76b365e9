"""Closes the sockets, and expects that to wake everybody.

Believed: close() from another thread stops its recv and accept.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "wakes nobody"


def close(self):
    self.stop_event.set()
    self.listener.close()
    for client in self.roster.everyone_but(None):
        client.conn.close()
    self.msg_queue.put(None)
    self.accept.join()
    for thread in self.threads:
        thread.join()
    self.sender.join()
