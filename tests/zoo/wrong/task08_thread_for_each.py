"""Starts a thread for each delivery.

Believed: threads that are started one after another run in that order.
"""

TASK = 8
FAILS = [
    "test_one_order",
]
MAY_FAIL = [
    "test_order_of_one_author",
    "test_gone_in_the_middle",
]
SAYS = "Several threads deliver at once"


def sender_thread(self):
    while batch := self.next_batch():
        for id, text in batch:
            data = encode_line(f"{id}:{text}", RELAY_LIMIT)
            for client in self.roster.everyone_but(id):
                threading.Thread(target=client.deliver, args=[data]).start()
