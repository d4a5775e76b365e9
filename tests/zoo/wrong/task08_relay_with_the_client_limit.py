"""The relayed line is encoded with the usual limit.

Believed: what was short enough to come in is short enough to go out.
"""

TASK = 8
FAILS = [
    "test_longest_line",
]
SAYS = "RELAY_LIMIT"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            lines = [encode_line(f"{id}:{text}") for _, text in group]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
