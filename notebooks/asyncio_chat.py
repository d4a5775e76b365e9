"""The same chat with asyncio: one thread, no lock, and the same rules.

    python asyncio_chat.py [--host HOST] [--port PORT]

Notebook 09 measures it beside yours.
"""

import argparse
import asyncio
import itertools
from contextlib import suppress

BACKLOG_LIMIT = 4 * 1024 * 1024  # bytes that a client may be behind (P11)
LINGER = 0.5  # seconds that it gets to take its last words

ids = itertools.count()
writers: dict[int, asyncio.StreamWriter] = {}  # the roster


async def talk(reader: asyncio.StreamReader, writer) -> None:
    """Serve one client, from the greeting to the end."""
    id, text = next(ids), ""
    writer.write(f"Server: you have received id {id}\n".encode())
    writers[id] = writer
    try:
        while text != "Bye!":
            line = (await reader.readuntil()).removesuffix(b"\n")
            text = line.removesuffix(b"\r").decode("utf-8", "replace")
            broadcast(id, text)
    except asyncio.LimitOverrunError:
        writer.write(b"Server: line too long\n")
    except (asyncio.IncompleteReadError, asyncio.CancelledError, OSError):
        pass  # the stream has ended, or is broken, or the server stops
    finally:
        del writers[id]
        await hang_up(reader, writer)


def broadcast(id: int, text: str) -> None:
    """Write a line to everyone but its author; drop who is too far behind."""
    line = f"{id}:{text}\n".encode()
    for other, writer in writers.items():
        if other != id:
            writer.write(line)
            if writer.transport.get_write_buffer_size() > BACKLOG_LIMIT:
                writer.transport.abort()


async def hang_up(reader: asyncio.StreamReader, writer) -> None:
    """Let the last words arrive, say the end of the stream, close."""
    with suppress(OSError, asyncio.TimeoutError, asyncio.CancelledError):
        writer.write_eof()
        await asyncio.wait_for(hear_out(reader), LINGER)
    writer.transport.abort()


async def hear_out(reader: asyncio.StreamReader) -> None:
    """Ignore what comes, until the end of the stream."""
    while await reader.read(65536):
        pass


async def main() -> None:
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    server = await asyncio.start_server(
        talk, args.host, args.port, limit=4096, backlog=1024
    )
    address = server.sockets[0].getsockname()
    print("Listening on {}:{}".format(*address), flush=True)
    await asyncio.Event().wait()  # for ever


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        asyncio.run(main())
