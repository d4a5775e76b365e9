"""Who has a backlog is left out of the roster's answer.

Believed: the sender must not wait for a slow client, so it is better not
told.
"""

TASK = 7
FAILS = [
    "test_everybody_else_hears",
]
MAY_FAIL = [
    "test_leavers_on_the_line",
]
SAYS = "lags behind"


def everyone_but(self, id):
    with self.lock:
        return [
            c
            for c in self.clients.values()
            if c.id != id and (id is None or not c.writing)
        ]
