"""Makes the line with `("%d:" + text) % id`.

Believed: % puts the id where %d stands.
Wrong: P7. The text is part of the pattern: `100%` or `50% off` raises in the
sender thread, and nobody hears anything any more; `%%` arrives as `%`.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
]
SAYS = "The exception above ended the thread sender"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [("%d:" + text) % id for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
