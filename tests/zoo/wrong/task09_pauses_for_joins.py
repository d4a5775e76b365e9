"""Pauses where it should wait for threads.

Believed: half a second is enough for any thread to end.
"""

TASK = 9
FAILS = ["test_close_ends_every_thread"]
SAYS = "A pause is no join"


def close(self):
    import time

    self.stop_event.set()
    self.wake()
    time.sleep(0.5)
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    time.sleep(0.5)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    time.sleep(0.5)
    self.listener.close()
