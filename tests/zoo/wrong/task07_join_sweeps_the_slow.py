"""Each join strikes off those for whom a writer thread works.

Believed: who needs a writer is stuck, and a newcomer is a good time to clean
up.
Wrong: P7, P12. Carl is 100 KiB behind when Dora connects: he gets his
backlog, and then nothing for ever, though he is connected and others still
hear him. At Ctrl-C nobody drops him: the server does not end.
"""

TASK = 7
FAILS = [
    "test_leavers_on_the_line",
]
SAYS = "Who is behind has not left"



def join(self, client):
    with self.lock:
        for stuck in [c for c in self.clients.values() if c.writing]:
            del self.clients[stuck.id]
        self.clients[client.id] = client
