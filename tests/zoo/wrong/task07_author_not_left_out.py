"""everyone_but gives back everyone.

Believed: the client knows its own lines, and leaves them out.
"""

TASK = 7
FAILS = [
    "test_nobody_hears_himself",
    "test_everybody_else_hears",
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
SAYS = "heard the own line"


def everyone_but(self, id):
    with self.lock:
        return [c for c in self.clients.values()]
