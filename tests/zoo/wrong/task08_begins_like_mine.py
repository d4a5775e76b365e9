"""Leaves out, for each client, the lines that begin with its number.

Believed: a line that begins with my number is mine.
Wrong: P7. Client 1 does not hear 10, 11, 12, …; client 2 does not hear 20.
"""

TASK = 8
FAILS = [
    "test_text_to_the_letter",
]
SAYS = "A line that begins with a number need not be"


def sender_thread(self):
    while batch := self.next_batch():
        lines = [encode_line(f"{i}:{t}", RELAY_LIMIT) for i, t in batch]
        for client in self.roster.everyone_but(None):
            mine = str(client.id).encode()
            others = [line for line in lines if not line.startswith(mine)]
            if others:
                client.deliver(b"".join(others))
