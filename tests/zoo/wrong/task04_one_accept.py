"""Accepts once.

Believed: a listening socket carries one conversation.
"""

TASK = 4
FAILS = [
    "test_greeting",
    "test_ids_are_not_used_again",
    "test_greeting_first_then_everything",
    "test_forty_at_once",
    "test_gone_before_the_greeting",
    "test_silent_connection",
    "test_accept_thread_ends",
    "test_out_of_descriptors",
]
SAYS = "The accept thread has ended"


def accept_thread(self):
    self.welcome(self.listener.accept()[0])
