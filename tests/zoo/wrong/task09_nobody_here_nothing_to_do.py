"""Returns early when nobody is connected

Believed: without clients there is nothing to end but the listener.
Wrong: P12. The sender thread gets no None: with a client connected all is
well, but the Ctrl-C on an empty server leaves the program hanging.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
SAYS = "Also when nobody is connected the sender thread has to"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    if not clients:
        self.listener.close()
        return
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
