"""Puts None at once and without waiting, into a queue that may be full.

Believed: there is always room for one more; put_nowait cannot hang close.
Wrong: P12. While clients flood the server, msg_queue often holds its 1000 lines:
then Ctrl-C ends in a traceback (queue.Full), and accept thread, clients and
process stay.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
MAY_FAIL = [
    "test_interrupt_in_a_flood",
]
SAYS = "put(None) waits for room"



def close(self):
    self.stop_event.set()
    self.msg_queue.put_nowait(None)
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    self.sender.join()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.listener.close()
