"""What was said while nobody else was there is kept for the next batch.

Believed: a message must not get lost just because nobody is there yet.
Wrong: P7 and the roster's contract (it hears what is said from now on). Ann
talks to herself; Bob joins; Ann says hello: Bob gets all of her old lines
first. And it grows without a bound.
"""

TASK = 8
FAILS = [
    "test_no_line_is_held_back",
]
SAYS = "What was said while nobody was there is heard by nobody"



def sender_thread(self):
    unheard = []
    while batch := self.next_batch():
        batch, unheard = unheard + batch, []
        outgoing = defaultdict(list)
        for id, group in itertools.groupby(batch, itemgetter(0)):
            group = list(group)
            lines = [encode_line(f"{id}:{t}", RELAY_LIMIT) for _, t in group]
            listeners = self.roster.everyone_but(id)
            if not listeners:
                unheard += group
            for client in listeners:
                outgoing[client].append(b"".join(lines))
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
