"""Delivers the first line of each batch.

Believed: a batch is one line.
"""

TASK = 8
FAILS = [
    "test_one_order",
    "test_order_of_one_author",
    "test_gone_in_the_middle",
    "test_no_line_is_held_back",
]
SAYS = "A batch holds all lines"


def sender_thread(self):
    while batch := self.next_batch():
        id, text = batch[0]
        line = encode_line(f"{id}:{text}", RELAY_LIMIT)
        for client in self.roster.everyone_but(id):
            client.deliver(line)
