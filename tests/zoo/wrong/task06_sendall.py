"""Sends with sendall, and waits for each client.

Believed: sendall never blocks, or only hurts the slow one.
"""

TASK = 6
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
]
MAY_FAIL = [
    "test_broken_connections",
    "test_no_thread_for_who_keeps_up",
]
SAYS = "sendall waits"


def deliver(self, data):
    try:
        self.backlog += data
        self.conn.sendall(self.backlog)
        self.backlog.clear()
    except OSError:
        self.drop()
