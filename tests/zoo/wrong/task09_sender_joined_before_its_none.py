"""close joins the sender thread before anybody puts None.

Believed: stop_event ends the sender thread as well; the None is for the rest.
Wrong: P12. After Ctrl-C the server hangs in sender.join(): nobody sees the
end of the stream, and a second Ctrl-C is needed. Each client would be dropped
by drop(), but close never gets there.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "The sender thread still waits for a line"



def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    self.sender.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.listener.close()
