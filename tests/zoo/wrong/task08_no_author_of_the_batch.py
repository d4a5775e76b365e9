"""Delivers the batch to those who have said nothing in it.

Believed: Authors do not hear it; the authors of a batch are a set.
Wrong: P7. Two who talk at the same moment, so that their lines lie in one
batch, do not hear each other; a third hears both.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
SAYS = "An author hears all but the own lines"


def sender_thread(self):
    while batch := self.next_batch():
        authors = {id for id, _ in batch}
        lines = [encode_line(f"{id}:{text}", RELAY_LIMIT) for id, text in batch]
        data = b"".join(lines)
        for client in self.roster.everyone_but(None):
            if client.id not in authors:
                client.deliver(data)
