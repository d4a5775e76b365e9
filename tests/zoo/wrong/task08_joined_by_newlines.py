"""The lines of a batch are joined with a newline between.

Believed: the newline separates lines, so it goes between them.
"""

TASK = 8
FAILS = [
    "test_one_order",
    "test_order_of_one_author",
    "test_gone_in_the_middle",
    "test_no_line_is_held_back",
]
SAYS = "An empty line came"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"\n".join(lines))
