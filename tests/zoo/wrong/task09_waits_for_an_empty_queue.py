"""msg_queue.join() before the end.

Believed: Queue.join waits until the queue is empty.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "msg_queue.join()"


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
    self.msg_queue.join()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
