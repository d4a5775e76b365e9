"""Case 5: `Client.hang_up` of server.py. The rest is healthy."""


def hang_up(self):
    """Let the last words arrive, say the end of the stream, close."""
    with self.lock:
        self.gone, writer = True, self.writer
    if writer:
        writer.join(LINGER)
    self.conn.close()
