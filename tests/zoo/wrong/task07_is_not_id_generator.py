"""Gives back a generator of those whose id is not that one.

Believed: round brackets make a list as square ones do, and spare the memory.
Wrong: P7/P10: the table is walked without the lock: somebody comes meanwhile, and
the sender thread dies of a RuntimeError.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_coming_and_going",
]
SAYS = "Somebody joined or left while the table was walked"



def everyone_but(self, id: int | None) -> list[Client]:
    with self.lock:
        return (c for c in self.clients.values() if c.id is not id)
