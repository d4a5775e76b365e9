"""Reads the group anew for each client.

Believed: a group is a list.
"""

TASK = 8
FAILS = ['test_one_order']
MAY_FAIL = ['test_no_line_is_held_back', 'test_gone_in_the_middle', 'test_text_to_the_letter']
SAYS = 'A group can be read once'


def sender_thread(self) -> None:
    from itertools import groupby
    while batch := self.next_batch():
        notes = defaultdict(list)
        for id, group in groupby(batch, itemgetter(0)):
            for client in self.roster.everyone_but(id):
                notes[client] += [encode_line(f"{id}:{text}", RELAY_LIMIT) for _, text in group]
        for client, lines in notes.items():
            client.deliver(b"".join(lines))
