"""Groups the pairs themselves, not by author.

Believed: groupby knows what belongs together.
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
SAYS = "compares whole pairs"


def sender_thread(self) -> None:
    while batch := self.next_batch():
        outgoing = defaultdict(list)  # client: the lines it is to hear
        for id, group in itertools.groupby(batch):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
