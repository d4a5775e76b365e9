"""Notes the lines by id, and looks the client up when it delivers.

Believed: who was there a moment ago is still there.
Wrong: P10. Somebody leaves between the two: KeyError, and the sender is dead.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
MAY_FAIL = [
    "test_gone_in_the_middle",
]
SAYS = "The exception above ended the thread sender:"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            joined = b"".join(encode_line(t, RELAY_LIMIT) for t in texts)
            for client in self.roster.everyone_but(id):
                outgoing[client.id].append(joined)
        for id, lines in outgoing.items():
            self.roster.clients[id].deliver(b"".join(lines))
