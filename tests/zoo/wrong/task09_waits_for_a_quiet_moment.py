"""Waits until msg_queue has been empty for a moment before it stops

Believed: what is on the queue should be delivered first, it is quick.
Wrong: P12. While somebody talks without pause (a few lines in every tenth of a
second, or a flood) there is no such moment: Ctrl-C does not end the server
until the talker is quiet.
"""

TASK = 9
FAILS = [
    "test_same_port_again",
    "test_close_ends_every_thread",
]
MAY_FAIL = [
    "test_interrupt_in_a_flood",
]
SAYS = "no quiet moment"


def close(self):
    quiet = 0
    while quiet < 10:
        delivered = self.msg_queue.unfinished_tasks
        time.sleep(0.02)
        same = delivered == self.msg_queue.unfinished_tasks
        quiet = quiet + 1 if same and self.msg_queue.empty() else 0
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
