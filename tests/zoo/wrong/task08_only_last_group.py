"""The delivery stands behind the loop, not in it: of a batch with several authors only the last group goes out.

Believed: the indent was right; with one author at a time it works.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
SAYS = "In a batch with several"


def sender_thread(self):
    while batch := self.next_batch():
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            joined = b"".join(encode_line(t, RELAY_LIMIT) for t in texts)
        for client in self.roster.everyone_but(id):
            client.deliver(joined)
