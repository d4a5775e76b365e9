"""Joins a generator once, rightly; encodes without RELAY_LIMIT.

Believed: encode_line knows the limit.
Wrong: P3, P4. A line of 4096 bytes is too long with `N:` in front: ValueError,
the sender thread ends, and nobody hears anything any more.
"""

TASK = 8
FAILS = [
    "test_longest_line",
]
SAYS = "What the server relays may be longer than what a client"



def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            lines = (encode_line(f"{id}:{text}") for _, text in group)
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, parts in outgoing.items():
            client.deliver(b"".join(parts))
