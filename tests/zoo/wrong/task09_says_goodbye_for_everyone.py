"""Tells each client the goodbye of all others before it stops

Believed: whoever leaves is announced with N:Bye!, and now all leave.
Wrong: P7, P9. Nobody said Bye!: on Ctrl-C of the server Ann reads `1:Bye!` and
Bob reads `0:Bye!`, lines that no client sent.
"""

TASK = 9
FAILS = [
    "test_same_port_again",
]
SAYS = "Nobody has said goodbye"


def close(self):
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for leaving in clients:
        for client in clients:
            if client is not leaving:
                client.deliver(encode_line(f"{leaving.id}:{GOODBYE}"))
    for client in clients:
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
