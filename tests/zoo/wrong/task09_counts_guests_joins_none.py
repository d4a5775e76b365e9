"""close logs how many are there; it does not join the client threads.

Believed: who is dropped is gone at once.
Wrong: P12. When close() comes back client threads are still at work
(threading.enumerate() shows client-0). Who is to be dropped is asked when the
accept thread has ended, as it should be; the first call only counts for the
log.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
SAYS = "close came back"



def close(self):
    print(f"Closing, {len(self.roster.everyone_but(None))} connected")
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for client in self.roster.everyone_but(None):
        client.drop()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
