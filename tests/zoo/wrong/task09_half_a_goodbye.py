"""Says the end of the stream (SHUT_WR) instead of cutting the connection.

Believed: the client then closes its side, which wakes the client thread.
Wrong: P12. A client that sees the end and keeps its socket open (or does not read at
all) keeps the client thread in recv: thread and process stay.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
    "test_close_ends_every_thread",
]
MAY_FAIL = ["test_interrupt_in_a_flood"]
SAYS = "lient threads"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        try:
            client.conn.shutdown(socket.SHUT_WR)
        except OSError:
            pass
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
