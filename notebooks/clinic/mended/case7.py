"""Case 7: `ChatServer.close` of server.py. The rest is healthy."""


def close(self):
    """End every connection and every thread."""
    self.stop_event.set()
    self.wake()
    self.accept.join()
    for thread in self.threads:
        thread.join()
    for client in self.roster.everyone_but(None):
        client.drop()
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
