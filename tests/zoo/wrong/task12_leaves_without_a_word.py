"""Ends its stream, and takes that for a goodbye.

Believed: the server sees that I am gone, so it will tell the others.
"""

TASK = 12
REPLACES = {"leave": "ChatClient.leave"}
FAILS = [
    "test_prints_each_line",
    "test_says_goodbye",
    "test_end_of_input",
    "test_goodbye_unanswered",
    "test_a_conversation",
]
SAYS = "without a word"


def leave(self):
    self.leaving.set()
    self.over.set()
    self.conn.shutdown(socket.SHUT_WR)
