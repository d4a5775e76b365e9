"""One thread and a selector: all that is readable is read, then each client
gets, in one send, all that it is to hear."""

import itertools
import selectors
import socket

from common import Lines, greeting, listener, no_delay

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
selector = selectors.DefaultSelector()
clients: dict[int, "Client"] = {}
ids = itertools.count()


class Client:
    """One conversation: what has not ended yet, what is not sent yet."""

    def __init__(self, conn: socket.socket) -> None:
        self.id, self.conn = next(ids), conn
        self.lines, self.unsent = Lines(), b""
        conn.setblocking(False)
        no_delay(conn)
        selector.register(conn, READ, self)
        clients[self.id] = self
        self.send(greeting(self.id))

    def receive(self) -> bytes:
        """Return the lines that came, as the others are to hear them."""
        try:
            data = self.conn.recv(262144)
            lines, goodbye = self.lines.heard(self.id, data)
        except (OSError, ValueError):
            data, lines = b"", b""
        if not data or goodbye:
            self.close()
        return lines

    def send(self, data: bytes = b"") -> None:
        """Send what the system takes; the rest waits until it can."""
        self.unsent += data
        try:
            self.unsent = self.unsent[self.conn.send(self.unsent) :]
        except BlockingIOError:
            pass
        except OSError:
            return self.close()
        selector.modify(self.conn, READ | (WRITE * bool(self.unsent)), self)

    def close(self) -> None:
        """Strike the client off."""
        if clients.pop(self.id, None):
            selector.unregister(self.conn)
            self.conn.close()


def broadcast(outgoing: list[tuple[int, bytes]]) -> None:
    """Send each client, in one go, all that it is to hear."""
    authors = {author for author, _ in outgoing}
    everything = b"".join(lines for _, lines in outgoing)
    for client in list(clients.values()):
        data = everything
        if client.id in authors:
            data = b"".join(lines for a, lines in outgoing if a != client.id)
        if data:
            client.send(data)


if __name__ == "__main__":
    sock = listener()
    selector.register(sock, READ, None)
    while True:
        outgoing = []
        for key, events in selector.select():
            if key.data is None:
                Client(sock.accept()[0])
                continue
            if events & WRITE and key.data.id in clients:
                key.data.send()
            if events & READ and key.data.id in clients:
                outgoing.append((key.data.id, key.data.receive()))
        broadcast(outgoing)
