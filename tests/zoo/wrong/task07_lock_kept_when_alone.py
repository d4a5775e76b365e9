"""everyone_but keeps the lock when there is nobody else.

Believed: acquire, work, release; the early return saves work.
Wrong: P7, P6. It returns before the release. Once somebody has spoken while
alone, the lock is held for ever: who connects then gets no greeting, and
whoever leaves stays.
"""

TASK = 7
FAILS = [
    "test_nobody_hears_himself",
]
SAYS = "A `return` on the way leaves the lock locked for ever"


def everyone_but(self, id):
    self.lock.acquire()
    others = [c for c in self.clients.values() if c.id != id]
    if not others:
        return []
    self.lock.release()
    return others
