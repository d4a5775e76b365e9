"""Takes one pair after the other off the queue, and None as well.

Believed: what comes off the queue is always a pair.
"""

TASK = 8
FAILS = ["test_sender_thread_ends"]
SAYS = "is no pair"


def sender_thread(self) -> None:
    while True:
        id, text = self.msg_queue.get()
        batch = [(id, text)]
        outgoing = defaultdict(list)  # client: the lines it is to hear
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
