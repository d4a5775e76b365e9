"""Makes the prefixes beforehand, 256 of them.

Believed: there are never so many clients.
Wrong: P6/P7. Ids are never used again: the line of the 257th connection, long after
the others have left, is an IndexError, and the sender is dead.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
SAYS = "The exception above ended the thread sender:"


def sender_thread(self):
    prefixes = [f"{id}:" for id in range(256)]
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            prefix = prefixes[id]
            lines = [encode_line(prefix + t, RELAY_LIMIT) for _, t in group]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
