"""Ends with sys.exit(0).

Believed: exit code 0 is asked for, so close has to say it.
Wrong: the promise of close/`with`: SystemExit goes up to the one who uses a ChatServer,
and ends a program that has more to do.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
SAYS = "close() ends the server, not the program:"


def close(self):
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
    sys.exit(0)
