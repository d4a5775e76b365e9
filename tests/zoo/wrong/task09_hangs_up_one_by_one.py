"""Hangs up on one client after another, half a second each: with five of them it takes too long.

Believed: the polite end is the right one here too.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "hang_up may take half a"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for client in self.roster.everyone_but(None):
        client.hang_up()
    join_all(self.threads)
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
