"""Deliveries are handed to a pool of threads.

Believed: a pool does them faster, and does them in the order they were
given.
"""

TASK = 8
FAILS = [
    "test_one_order",
    "test_order_of_one_author",
    "test_gone_in_the_middle",
]
SAYS = "Several threads deliver at once"


def sender_thread(self):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as pool:
        while batch := self.next_batch():
            for id, text in batch:
                line = encode_line(f"{id}:{text}", RELAY_LIMIT)
                for client in self.roster.everyone_but(id):
                    pool.submit(client.deliver, line)
