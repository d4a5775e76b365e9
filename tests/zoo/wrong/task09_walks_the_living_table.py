"""Walks the roster's own dict.

Believed: after the accept thread has ended nobody changes it.
Wrong: P12. Whoever is dropped leaves at once: "dictionary changed size during
iteration" with many clients, a traceback, and the others are not ended.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
]
MAY_FAIL = [
    "test_interrupt_in_a_flood",
    "test_interrupt",
    "test_same_port_again",
    "test_close_ends_every_thread",
]
SAYS = "Clients leave while their table is walked:"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for client in self.roster.clients.values():
        client.drop()
    join_all(self.threads)
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
