"""Ends when somebody says goodbye.

Believed: `Bye!` ends the chat.
"""

TASK = 8
FAILS = [
    "test_gone_in_the_middle",
]
SAYS = "sender thread has ended"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [text for _, text in group]
            lines = [encode_line(f"{id}:{text}", RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
        if any(text == GOODBYE for _, text in batch):
            break
