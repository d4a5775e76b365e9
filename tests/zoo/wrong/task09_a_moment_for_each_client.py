"""Gives each client a tenth of a second to read its last lines

Believed: a tenth of a second is not much.
Wrong: P12. It is one for each client, one after the other: 5 clients do no
harm, with 25 the end takes more than 2 seconds.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
]
SAYS = "One after the other gets that pause"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.deliver(b"")
        time.sleep(0.1)
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
