"""When it is to stop, the accept thread waits for its client threads.

Believed: who starts threads waits for their end.
Wrong: P12: Ctrl-C, and close() waits for the accept thread, which waits for
conversations that close() would end afterwards: the server never ends.
"""

TASK = 4
FAILS = [
    "test_accept_thread_ends",
]
SAYS = "close() drops the clients when the accept thread has"



def accept_thread(self) -> None:
    while not self.stop_event.is_set():
        try:
            self.welcome(self.listener.accept()[0])
        except OSError:
            self.stop_event.wait(0.1)
    for thread in self.threads:
        thread.join()
