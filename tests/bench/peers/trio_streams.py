"""trio: a task for each client, one send a line and client."""

import itertools

import trio
from common import greeting, listener

ids = itertools.count()
clients: dict[int, trio.SocketStream] = {}
sending = trio.Lock()  # keeps one order, and one sender to a stream


async def broadcast(author: int, text: bytes) -> None:
    """Send a line to everyone but its author."""
    line = b"%d:%s\n" % (author, text)
    async with sending:
        for id, stream in list(clients.items()):
            if id != author:
                try:
                    await stream.send_all(line)
                except trio.BrokenResourceError:
                    pass


async def serve(stream: trio.SocketStream) -> None:
    """Hold one conversation, from the greeting to the end."""
    id = next(ids)
    async with sending:
        clients[id] = stream
        await stream.send_all(greeting(id))
    rest = b""
    try:
        async for chunk in stream:
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                await broadcast(id, line.removesuffix(b"\r"))
                if line == b"Bye!":
                    return
    except trio.BrokenResourceError:
        pass
    finally:
        del clients[id]


async def main() -> None:
    """Serve for ever."""
    sock = trio.socket.from_stdlib_socket(listener())
    await trio.serve_listeners(serve, [trio.SocketListener(sock)])


if __name__ == "__main__":
    trio.run(main)
