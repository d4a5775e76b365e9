"""everyone_but gives the ids back.

Believed: the dict holds the clients, so going through it gives them.
"""

TASK = 7
FAILS = [
    "test_nobody_hears_himself",
    "test_everybody_else_hears",
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "ended the thread sender"


def everyone_but(self, id):
    with self.lock:
        return [c for c in self.clients if c != id]
