"""What an author said is kept by id, and one may have two turns.

Believed: each author is in a batch once, since groupby groups.
Wrong: P7, P8. In a batch alice, bob, alice the first lines of alice are
overwritten by her own later ones, and nobody hears them. Other authors' lines
are all delivered, and to note with += for a client changes nothing here.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
SAYS = "An author may have two turns in one batch"



def sender_thread(self):
    while batch := self.next_batch():
        said = {}
        for id, group in itertools.groupby(batch, itemgetter(0)):
            said[id] = [f"{id}:{text}" for _, text in group]
        for id, texts in said.items():
            lines = [encode_line(text, RELAY_LIMIT) for text in texts]
            for client in self.roster.everyone_but(id):
                client.deliver(b"".join(lines))
