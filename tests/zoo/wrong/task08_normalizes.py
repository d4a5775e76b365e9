"""Normalizes the text to NFC.

Believed: The same letter should always be the same bytes.
Wrong: P7 (to the letter). An `e` followed by U+0301 arrives as one character,
the Angstrom sign as another letter: not the bytes that were sent.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
]
SAYS = "The text must stay as it is"


def sender_thread(self):
    import unicodedata

    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:" + unicodedata.normalize("NFC", text) for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
