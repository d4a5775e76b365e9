"""Sets SO_LINGER 0 before it cuts the connections: a cure from a forum.

Believed: so that no TIME_WAIT keeps the port.
Wrong: P12. What the system still holds for a client that is behind is thrown away: it
gets ConnectionResetError in the middle, and no end of the stream. (Who is not
behind sees a clean end on Linux.)
"""

TASK = 9
FAILS = [
    "test_interrupt_in_bad_company",
]
SAYS = "SO_LINGER 0 throws away what is still under"


def close(self):
    import struct

    self.stop_event.set()
    self.wake()
    self.accept.join()
    clients = self.roster.everyone_but(None)
    for client in clients:
        try:
            client.conn.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            )
        except OSError:
            pass
        client.drop()
    join_all(self.threads)
    for client in clients:
        client.conn.close()
    self.msg_queue.put(None)
    self.sender.join()
    self.listener.close()
