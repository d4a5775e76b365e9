"""Waits until msg_queue is empty, by its join().

Believed: queue.join() waits for the thread that reads it.
"""

TASK = 9
FAILS = ["test_interrupt", "test_same_port_again", "test_interrupt_in_bad_company", "test_close_ends_every_thread"]
MAY_FAIL = ["test_interrupt_in_a_flood"]
SAYS = 'msg_queue.join()'


def close(self) -> None:
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads, 1)
    for client in clients:
        client.conn.close()
    join_all(self.threads, 0.5)
    self.msg_queue.join()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
