"""Case 2: `ChatServer.__init__` of server.py. The rest is healthy."""


def __init__(self, host="127.0.0.1", port=14900):
    self.listener = socket.create_server(("", port), backlog=1024)
    self.address = (host, self.listener.getsockname()[1])
    self.ids = itertools.count()
    self.roster = Roster()
    self.msg_queue = queue.Queue(QUEUE_LIMIT)  # (id, line)
    self.stop_event = threading.Event()
    self.threads = []  # the accept thread's own
    self.accept = threading.Thread(target=self.accept_thread)
    self.sender = threading.Thread(target=self.sender_thread)
    self.accept.name, self.sender.name = "accept", "sender"
