"""asyncio streams as every tutorial has them: one write a line and client."""

import asyncio
import itertools

from common import greeting, listener

ids = itertools.count()
clients: dict[int, asyncio.StreamWriter] = {}


def broadcast(author: int, text: bytes) -> None:
    """Write a line to everyone but its author."""
    line = b"%d:%s\n" % (author, text)
    for id, writer in clients.items():
        if id != author:
            writer.write(line)


async def serve(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Hold one conversation, from the greeting to the end."""
    id = next(ids)
    clients[id] = writer
    writer.write(greeting(id))
    try:
        while line := await reader.readline():
            text = line.rstrip(b"\r\n")
            broadcast(id, text)
            if text == b"Bye!":
                break
    except OSError:
        pass
    finally:
        del clients[id]
        writer.close()


async def main() -> None:
    """Serve for ever."""
    server = await asyncio.start_server(serve, sock=listener(), backlog=1024)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
