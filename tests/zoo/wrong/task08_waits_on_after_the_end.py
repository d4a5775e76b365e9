"""An empty batch is skipped, and the sender waits on.

Believed: an empty batch means that nothing has come yet.
"""

TASK = 8
FAILS = [
    "test_sender_thread_ends",
]
SAYS = "an empty batch means"


def sender_thread(self):
    while True:
        batch = self.next_batch()
        if not batch:
            continue
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
