"""The client threads are joined before anyone is dropped.

Believed: one waits for the clients to finish, then ends the connections.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_close_ends_every_thread",
]
MAY_FAIL = ["test_interrupt_in_a_flood"]
SAYS = "drop() each client"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for thread in self.threads:
        thread.join()
    for client in self.roster.everyone_but(None):
        client.drop()
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
