"""Puts the hearer's id in front, not the author's.

Believed: client.id is the id of the client.
Wrong: P7. Client 1 sees what client 0 said as `1:text`, as if it had said it
itself.
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
SAYS = "In front stands who has said it"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, text in batch:
            for client in self.roster.everyone_but(id):
                line = encode_line(f"{client.id}:{text}", RELAY_LIMIT)
                outgoing[client].append(line)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
