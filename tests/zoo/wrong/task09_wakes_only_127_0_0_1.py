"""Wakes accept at 127.0.0.1, wherever the server listens

Believed: the own machine is always 127.0.0.1.
Wrong: P12. With `--host 127.0.0.2`, or the address of the network card, nobody
listens at 127.0.0.1: the wake-up is refused, accept goes on waiting, and
Ctrl-C hangs.
"""

TASK = 9
FAILS = [
    "test_close_ends_every_thread",
]
SAYS = "The accept thread still waits in accept"


def close(self):
    self.stop_event.set()
    here = ("127.0.0.1", self.address[1])
    try:
        socket.create_connection(here, timeout=1).close()
    except OSError:
        pass
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
