"""Cures "Address already in use" with reuse_port.

Believed: the forum: SO_REUSEPORT lets you bind again at once.
Wrong: the docstring (OSError if it cannot listen there), P7. A second server
on the same port starts too, and the system deals the guests out to both: they
do not hear each other.
"""

TASK = 12
FAILS = [
    "test_listens_where_told",
]
SAYS = "With reuse_port two servers share a port, and"
REPLACES = {"my_init": "ChatServer.__init__"}


def my_init(self, host: str = "127.0.0.1", port: int = 14900) -> None:
    self.listener = socket.create_server(
        (host, port), backlog=1024, reuse_port=hasattr(socket, "SO_REUSEPORT")
    )
    self.address = self.listener.getsockname()[:2]
    self.ids = itertools.count()
    self.roster = Roster()
    self.msg_queue = queue.Queue(QUEUE_LIMIT)
    self.stop_event = threading.Event()
    self.threads = []
    self.accept = threading.Thread(target=self.accept_thread)
    self.sender = threading.Thread(target=self.sender_thread)
    self.accept.name, self.sender.name = "accept", "sender"
