"""Does not relay the goodbye.

Believed: `Bye!` is a command to the server, not a message.
Wrong: P9. The others do not see `N:Bye!` when somebody takes leave.
"""

TASK = 8
FAILS = [
    "test_gone_in_the_middle",
]
SAYS = "The goodbye is a line like any other here"


def sender_thread(self):
    while batch := self.next_batch():
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            texts = [f"{id}:{text}" for _, text in group if text != GOODBYE]
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            joined = b"".join(lines)
            for client in self.roster.everyone_but(id):
                outgoing[client].append(joined)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
