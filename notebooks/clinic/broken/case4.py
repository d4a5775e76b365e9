"""Case 4: `ChatServer.sender_thread` of server.py. The rest is healthy."""


def sender_thread(self):
    """Deliver each line to everyone but its author, all in one order."""
    while batch := self.next_batch():
        outgoing = defaultdict(list)  # client: the lines it is to hear
        for id, group in itertools.groupby(batch, itemgetter(0)):
            lines = [encode_line(f"{id}:{text}") for _, text in group]
            for client in self.roster.everyone_but(id):
                outgoing[client] += lines
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
