"""Takes the pairs of a group for texts.

Believed: a group holds what was behind the key.
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
SAYS = "A group holds pairs"


def sender_thread(self) -> None:
    while batch := self.next_batch():
        outgoing = defaultdict(list)  # client: the lines it is to hear
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
