"""Sorts each batch by its authors.

Believed: the order matters within one author only.
"""

TASK = 8
FAILS = [
    "test_one_order",
    "test_order_of_one_author",
    "test_gone_in_the_middle",
]
SAYS = "sorted"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)  # client: the lines it is to hear
        for id, group in itertools.groupby(sorted(batch), itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
