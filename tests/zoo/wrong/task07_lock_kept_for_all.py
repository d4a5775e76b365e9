"""Returns early for None without releasing the lock: at the close no client can leave any more.

Believed: the end of a function releases what it acquired.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
SAYS = "Somebody took the lock of"


def everyone_but(self, id):
    self.lock.acquire()
    everyone = list(self.clients.values())
    if id is None:
        return everyone
    others = [c for c in everyone if c.id != id]
    self.lock.release()
    return others
