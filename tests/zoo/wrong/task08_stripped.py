"""Strips the text.

Believed: a space at the end is never meant.
"""

TASK = 8
FAILS = ["test_text_to_the_letter"]
SAYS = "no strip"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)  # client: the lines it is to hear
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text.strip()}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
