"""= in place of +=: the batch's last author replaces the others.

Believed: there is one author in a batch.
"""

TASK = 8
FAILS = ["test_one_order"]
SAYS = "add to it"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = {}
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client] = lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
