"""Waits for every thread that the interpreter knows.

Believed: all threads there are belong to the server.
Wrong: P12. True for `python server.py`. With a second ChatServer in the process, or any
thread of the one who uses it, or close() from another thread than the main one,
it waits for ever.
"""

TASK = 9
FAILS = [
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
]
SAYS = "Not each thread of the program is the"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        client.drop()
    self.msg_queue.put(None)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    for client in clients:
        client.conn.close()
    self.listener.close()
