"""Case 7: `ChatServer.close` of server.py. The rest is healthy."""


def close(self):
    """End every connection and every thread."""
    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for thread in self.threads:
        thread.join()
    for client in clients:
        client.drop()
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
