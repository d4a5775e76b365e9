"""join makes a new table with the newcomer in it.

Believed: {key: value} adds to a dict.
"""

TASK = 7
FAILS = [
    "test_nobody_hears_himself",
    "test_everybody_else_hears",
    "test_departed_are_off_the_roster",
    "test_leavers_on_the_line",
    "test_coming_and_going",
]
SAYS = "makes a new table"


def join(self, client):
    with self.lock:
        self.clients = {client.id: client}
