"""Drops clients 0 to count-1, as if the ids were indexes of an array.

Believed: the roster is an array of `count` clients, so ids run from 0 to count-1.
Wrong: P12. When client 0 has left and client 5 is still here, 5 is no index
below the count: it sees no end of the stream, its thread stays, and the
server's process does not end after Ctrl-C.
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
]
SAYS = "An id is not a place in a list"



def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    count = len(self.roster.clients)
    i = 0
    while i < count:
        client = self.roster.clients.get(i)
        if client is not None:
            client.drop()
        i += 1
    join_all(self.threads)
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
