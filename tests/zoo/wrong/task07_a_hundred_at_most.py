"""everyone_but returns the first hundred only.

Believed: A room has no more than a hundred (an islice left over from an
experiment).
Wrong: P7. With more than a hundred others connected, the latest get their
greeting and are heard, but hear nothing; and close() does not cut them (P12).
"""

TASK = 7
FAILS = [
    "test_everybody_else_hears",
]
SAYS = "Everyone is everyone"


def everyone_but(self, id):
    with self.lock:
        others = (c for c in self.clients.values() if c.id != id)
        return list(itertools.islice(others, 100))
