"""Notes a hearer's lines in a dict by author, so that a later turn replaces the earlier.

Believed: Each author has one entry, for the lines of the batch.
Wrong: P7. When one batch holds A, B, A, the third group replaces the first
one: a third client never sees the first line of A. Only with two talkers at
the same moment.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
SAYS = "Who has two turns in one batch is heard with both"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(dict)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client][id] = b"".join(lines)
        for client, turns in outgoing.items():
            client.deliver(b"".join(turns.values()))
