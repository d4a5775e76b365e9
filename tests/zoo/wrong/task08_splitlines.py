"""Takes the text apart with splitlines, and relays each part.

Believed: So a message can never smuggle in a second line.
Wrong: P2, P7. A text with U+2028, a form feed or a \\x85 in it is one
message; the others see it as two lines, and the character is gone.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
]
SAYS = "A text is one line"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [
                f"{id}:{part}"
                for _, text in group
                for part in text.splitlines() or [""]
            ]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
