"""Takes a LifoQueue for msg_queue.

Believed: a queue is a queue; nobody says more than one line at a time.
"""

TASK = 12
FAILS = [
    "test_order_of_one_author",
    "test_gone_in_the_middle",
    "test_pieces_and_floods",
]
MAY_FAIL = [
    "test_one_queue_for_all",
    "test_lines_not_chunks",
    "test_nothing_after_goodbye",
    "test_stops_in_the_middle",
    "test_late_readers_get_everything",
    "test_broken_connections",
    "test_coming_and_going",
    "test_one_order",
]
SAYS = "first in, first out"
REPLACES = {"with_a_stack": "ChatServer.__init__"}


def with_a_stack(self, host="127.0.0.1", port=14900):
    self.listener = socket.create_server((host, port), backlog=1024)
    self.address = self.listener.getsockname()[:2]
    self.ids = itertools.count()
    self.roster = Roster()
    self.msg_queue = queue.LifoQueue(QUEUE_LIMIT)
    self.stop_event = threading.Event()
    self.threads = []
    self.accept = threading.Thread(target=self.accept_thread)
    self.sender = threading.Thread(target=self.sender_thread)
    self.accept.name, self.sender.name = "accept", "sender"
