"""Keeps the last line until the next batch comes.

Believed: to send more at once is cheaper.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
    "test_one_order",
    "test_order_of_one_author",
    "test_longest_line",
    "test_gone_in_the_middle",
    "test_no_line_is_held_back",
    "test_sender_thread_ends",
]
SAYS = "hold nothing back"


def sender_thread(self):
    late = []
    while batch := self.next_batch():
        *batch, last = late + batch
        late = [last]
        for id, text in batch:
            line = encode_line(f"{id}:{text}", RELAY_LIMIT)
            for client in self.roster.everyone_but(id):
                client.deliver(line)
