"""Sends with client.conn.sendall instead of deliver.

Believed: sendall sends all; an error is caught, so it is safe.
Wrong: P11. It waits for a client that does not read: when that socket is
full, nobody hears anything any more.
"""

TASK = 8
FAILS = [
    "test_no_line_is_held_back",
]
SAYS = "sendall waits for this client"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            try:
                client.conn.sendall(b"".join(lines))
            except OSError:
                client.drop()
