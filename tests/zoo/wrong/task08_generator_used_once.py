"""Makes the lines with a generator and hands it to each hearer.

Believed: A generator is a list that needs no memory.
Wrong: P7. The first hearer uses it up. With two clients all is well; with
three or more only the earliest of the others hears the line.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
    "test_one_order",
    "test_gone_in_the_middle",
    "test_no_line_is_held_back",
]
SAYS = "A generator can be read once"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            lines = (encode_line(f"{id}:{text}", RELAY_LIMIT) for _, text in group)
            for client in self.roster.everyone_but(id):
                outgoing[client].extend(lines)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
