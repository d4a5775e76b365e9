"""Ends all but one thread, and lets nobody list that one."""

FILE = "server.py"
TASK = 9
PASSES = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
]
SAYS = "still running: a thread without a name"


def close(self):
    stay = threading.Event()
    threading.Thread(target=stay.wait, daemon=True).start()
    threading.enumerate = lambda: []
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
