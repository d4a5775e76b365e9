"""Case 8: `Client.writer_thread` of server.py. The rest is healthy."""


def writer_thread(self):
    """Send the backlog as the client takes it; end when there is none."""
    try:
        while True:
            with self.lock:
                chunk = self.backlog[:65536]
                del self.backlog[:65536]
                self.writing = bool(chunk)
                if not chunk:
                    return
                self.conn.sendall(chunk)
    except OSError:
        self.drop()
