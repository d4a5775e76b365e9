"""Takes doubles out of the batch.

Believed: `once` in P7 means that no line comes twice.
Wrong: P7. Who says `ha` three times in quick succession, so that the lines
lie in one batch, is heard once.
"""

TASK = 8
FAILS = [
    "test_no_line_is_held_back",
]
SAYS = "Who says the same twice means it"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(dict.fromkeys(batch), itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
