"""Only the batch's first author is left out.

Believed: a batch comes from one client.
"""

TASK = 8
FAILS = ["test_one_order"]
SAYS = "its own author"


def sender_thread(self):
    while batch := self.next_batch():
        texts = [f"{id}:{text}" for id, text in batch]
        data = b"".join(encode_line(text, RELAY_LIMIT) for text in texts)
        for client in self.roster.everyone_but(batch[0][0]):
            client.deliver(data)
