"""Ends as soon as stop_event is set: nobody empties the queue any more, and who waits to put a line on it waits for ever.

Believed: stop_event is there for every thread to look at.
"""

TASK = 8
FAILS = [
    "test_sender_thread_ends",
]
SAYS = "Lines may wait when the"


def sender_thread(self):
    while not self.stop_event.is_set():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(self.next_batch(), itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group]
            joined = b"".join(encode_line(t, RELAY_LIMIT) for t in texts)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
