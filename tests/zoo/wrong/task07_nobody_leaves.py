"""leave does nothing.

Believed: who is gone hears nothing, so it does no harm on the roster.
"""

TASK = 7
FAILS = [
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
]
SAYS = "struck off"


def leave(self, client):
    pass
