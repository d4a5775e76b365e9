"""drop closes the socket and does not shut it down: nobody who waits for it wakes, the client sees no end.

Believed: close and shutdown are the same.
"""

TASK = 12
FAILS = [
    "test_accept_thread_ends",
    "test_reset",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
    "test_departed_are_off_the_roster",
    "test_sender_thread_ends",
    "test_interrupt",
    "test_same_port_again",
    "test_interrupt_in_bad_company",
    "test_interrupt_in_a_flood",
    "test_close_ends_every_thread",
    "test_the_server_stops",
    "test_nobody_there",
]
MAY_FAIL = [
    "test_stops_in_the_middle",
]
SAYS = "Closing a socket wakes nobody"
REPLACES = {"drop": "Client.drop"}


def drop(self):
    self.gone = True
    try:
        self.conn.close()
    except OSError:
        pass
