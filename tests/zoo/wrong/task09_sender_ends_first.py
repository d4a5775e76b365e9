"""The sender thread is ended before the client threads.

Believed: first nothing more goes out, then nothing more comes in.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_a_flood",
]
SAYS = "end it last"


def close(self):
    self.stop_event.set()
    self.msg_queue.put(None)
    self.sender.join()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.listener.close()
