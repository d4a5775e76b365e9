"""Takes 100 lines in a row of one author; the others go back to the queue.

Believed: that is fair to the others, and nothing is lost.
Wrong: P8. What goes back stands behind newer lines of that author. And with a full
queue the sender waits for itself: for ever.
"""

TASK = 8
FAILS = [
    "test_sender_thread_ends",
]
SAYS = "the put may wait for itself"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            group = list(group)
            for message in group[100:]:
                self.msg_queue.put(message)
            texts = [f"{id}:{text}" for _, text in group[:100]]
            joined = b"".join(encode_line(t, RELAY_LIMIT) for t in texts)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
