"""Sends the text without the author's id.

Believed: the client knows who spoke.
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
SAYS = "see who said it"


def sender_thread(self):
    while batch := self.next_batch():
        for id, text in batch:
            for client in self.roster.everyone_but(id):
                client.deliver(encode_line(text, RELAY_LIMIT))
