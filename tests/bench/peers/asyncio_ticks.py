"""asyncio protocols that coalesce: what comes in one turn of the loop goes
out in one write a client."""

import asyncio
import itertools

from common import Lines, greeting, listener

ids = itertools.count()
clients: dict[int, "Chat"] = {}
outgoing: list[tuple[int, bytes]] = []  # (author, lines) of this turn


class Chat(asyncio.Protocol):
    """One conversation."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """Enter the client, and greet it."""
        self.id, self.transport, self.lines = next(ids), transport, Lines()
        clients[self.id] = self
        transport.write(greeting(self.id))

    def data_received(self, data: bytes) -> None:
        """Note the lines for the end of this turn."""
        lines, goodbye = self.lines.heard(self.id, data)
        loop = asyncio.get_running_loop()
        if not outgoing:
            loop.call_soon(flush)
        outgoing.append((self.id, lines))
        if goodbye:
            loop.call_soon(self.transport.close)

    def connection_lost(self, error: Exception | None) -> None:
        """Strike the client off."""
        clients.pop(self.id, None)


def flush() -> None:
    """Write to each client, in one go, all that it is to hear."""
    authors = {author for author, _ in outgoing}
    everything = b"".join(lines for _, lines in outgoing)
    for id, client in clients.items():
        data = everything
        if id in authors:
            data = b"".join(lines for a, lines in outgoing if a != id)
        if data:
            client.transport.write(data)
    outgoing.clear()


async def main() -> None:
    """Serve for ever."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Chat, sock=listener(), backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
