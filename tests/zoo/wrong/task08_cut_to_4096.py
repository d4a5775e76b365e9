"""Cuts what is relayed to 4096 characters.

Believed: A relayed line must stay in the limit, prefix and all.
Wrong: P7. A line of 4095 or 4096 letters, which P3 allows, loses its last one
or two (more with a longer id) for everyone who hears it.
"""

TASK = 8
FAILS = [
    "test_longest_line",
]
SAYS = "The text must stay as it is"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}"[:4096] for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
