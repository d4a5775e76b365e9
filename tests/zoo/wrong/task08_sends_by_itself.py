"""Sends with sendall, past deliver.

Believed: sendall never waits for long.
"""

TASK = 8
FAILS = ["test_no_line_is_held_back"]
SAYS = "sendall waits"


def sender_thread(self):
    while batch := self.next_batch():
        for id, text in batch:
            line = encode_line(f"{id}:{text}", RELAY_LIMIT)
            for client in self.roster.everyone_but(id):
                try:
                    client.conn.sendall(line)
                except OSError:
                    client.drop()
