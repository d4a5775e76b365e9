"""Gives every answer as late as it just may."""

FILE = "server.py"
TASK = 8
PASSES = ["test_text_to_the_letter"]
SAYS = "took too long"


def sender_thread(self):
    while batch := self.next_batch():
        for id, text in batch:
            time.sleep(2.5)
            line = encode_line(f"{id}:{text}", RELAY_LIMIT)
            for client in self.roster.everyone_but(id):
                client.deliver(line)
