"""Calls run() of the writer thread, so it runs in the sender, which holds the lock that the writer wants.

Believed: run() starts a thread.
"""

TASK = 12
FAILS = [
    "test_nobody_waits_for_a_staller",
    "test_newcomers_beside_a_staller",
    "test_late_readers_get_everything",
    "test_staller_is_dropped",
    "test_nothing_is_left_of_stallers",
    "test_everybody_else_hears",
    "test_leavers_on_the_line",
    "test_no_line_is_held_back",
    "test_interrupt_in_bad_company",
]
MAY_FAIL = [
    "test_nothing_is_left",
    "test_greeting_first_then_everything",
    "test_one_queue_for_all",
    "test_broken_connections",
    "test_coming_and_going",
    "test_one_order",
    "test_interrupt_in_a_flood",
]
SAYS = "The sender thread runs the"
REPLACES = {"start_writer": "Client.start_writer"}


def start_writer(self):
    self.writing = True
    name = f"client-{self.id}-writer"
    self.writer = threading.Thread(target=self.writer_thread, name=name)
    self.writer.run()
