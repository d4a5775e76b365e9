"""Leave looks for the client among the keys, which are ids.

Believed: `in` finds the client in the table.
Wrong: P10. It is never found, so nobody is ever struck off: whoever has left
stays on the roster. everyone_but is right.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
SAYS = "Who leaves must be struck off"



def join(self, client):
    with self.lock:
        if client.id not in self.clients:
            self.clients[client.id] = client


def leave(self, client):
    with self.lock:
        if client in self.clients:
            del self.clients[client]
