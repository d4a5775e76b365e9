"""Gives each writer half a second before it drops its client, one after the other.

Believed: half a second is well below two.
Wrong: P12. With four or more clients that do not read it takes longer than 2 s.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
]
SAYS = "One after the other"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        if client.writer:
            client.writer.join(LINGER)  # let its last words arrive
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
