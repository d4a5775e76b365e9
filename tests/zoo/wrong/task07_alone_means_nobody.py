"""If only one is there, nobody hears it.

Believed: the only one in the roster is the author.
Wrong: P7/P9/P12. The author may have left already (Bye!, last words): the only one
that is left does not hear it. And close does not end the only client.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
]
SAYS = "Somebody who is there is missing: leave out"


def everyone_but(self, id):
    with self.lock:
        if len(self.clients) < 2:
            return []
        return [c for c in self.clients.values() if c.id != id]
