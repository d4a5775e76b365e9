"""Asks the roster ten times a second at most.

Believed: nobody notices a tenth of a second.
Wrong: P7. Who has been greeted just now misses what is said in the next 0.1 s.
"""

TASK = 8
FAILS = [
    "test_gone_in_the_middle",
    "test_no_line_is_held_back",
]
SAYS = "Who has come a moment ago must hear the next"


def sender_thread(self):
    everyone, until = [], 0.0
    while batch := self.next_batch():
        now = time.monotonic()
        if now > until:
            everyone, until = self.roster.everyone_but(None), now + 0.1
        outgoing = defaultdict(list)
        for id, text in batch:
            line = encode_line(f"{id}:{text}", RELAY_LIMIT)
            for client in everyone:
                if client.id != id:
                    outgoing[client].append(line)
        for client, lines in outgoing.items():
            client.deliver(b"".join(lines))
