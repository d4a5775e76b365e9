"""Asks who is there before it waits for the batch: a newcomer does not hear the first line after it came.

Believed: it makes no difference when one asks.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
    "test_one_order",
    "test_order_of_one_author",
    "test_longest_line",
    "test_gone_in_the_middle",
    "test_no_line_is_held_back",
    "test_sender_thread_ends",
]
SAYS = "Ask the roster when the"


def sender_thread(self):
    while True:
        everyone = self.roster.everyone_but(None)
        batch = self.next_batch()
        if not batch:
            return
        outgoing = defaultdict(list)
        for id, text in batch:
            line = encode_line(f"{id}:{text}", RELAY_LIMIT)
            for client in everyone:
                if client.id != id:
                    outgoing[client].append(line)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
