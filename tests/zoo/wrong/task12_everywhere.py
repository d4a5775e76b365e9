"""Listens on every address of the machine.

Believed: "" and 127.0.0.1 are the same.
"""

TASK = 12
FAILS = [
    "test_listens_where_told",
]
SAYS = "every address"
REPLACES = {"everywhere": "ChatServer.__init__"}


def everywhere(self, host="127.0.0.1", port=14900):
    self.listener = socket.create_server(("", port), backlog=1024)
    self.address = (host, self.listener.getsockname()[1])
    self.ids = itertools.count()
    self.roster = Roster()
    self.msg_queue = queue.Queue(QUEUE_LIMIT)
    self.stop_event = threading.Event()
    self.threads = []
    self.accept = threading.Thread(target=self.accept_thread)
    self.sender = threading.Thread(target=self.sender_thread)
    self.accept.name, self.sender.name = "accept", "sender"
