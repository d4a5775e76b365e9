"""Holds the lock of the roster while it waits for the client threads.

Believed: nobody may come or go while the server stops.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "the lock of the roster"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    with self.roster.lock:
        for client in self.roster.clients.values():
            client.drop()
        for thread in self.threads:
            thread.join()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
