"""The server with asyncio: one loop in one thread, no thread for a client."""

import argparse
import asyncio
import itertools
import socket
import sys
import threading

from framing import RELAY_LIMIT, LineBuffer, LineTooLong, encode_line

MOST_BEHIND = 3_000_000  # bytes
POLITENESS = 0.5  # seconds from our last word to the cut


class Talk(asyncio.Protocol):
    """One connection; all of it runs in the loop's thread."""

    def __init__(self, server: "ChatServer") -> None:
        self.server = server
        self.lines = LineBuffer()
        self.is_over = False

    def connection_made(self, transport) -> None:
        self.transport = transport
        self.id = next(self.server.ids)
        self.server.talks[self.id] = self
        self.server.open.add(self)
        self.hear(encode_line(f"Server: you have received id {self.id}"))

    def hear(self, data: bytes) -> None:
        """Pass bytes on to this client, or drop it: it is too far behind."""
        if self.is_over:
            return
        self.transport.write(data)
        if self.transport.get_write_buffer_size() > MOST_BEHIND:
            self.leave_roster()
            self.transport.abort()

    def data_received(self, data: bytes) -> None:
        if self.is_over or self.server.is_closing:
            return
        error = None
        try:
            texts = self.lines.feed(data)
        except LineTooLong as caught:
            error, texts = caught, caught.lines
        is_bye = "Bye!" in texts
        if is_bye:
            texts = texts[: texts.index("Bye!") + 1]
        self.tell_others(texts)
        if is_bye:
            self.say_no_more()
        elif error:
            self.hear(encode_line("Server: line too long"))
            self.say_no_more()

    def tell_others(self, texts: list[str]) -> None:
        """Let the others hear what this one said."""
        data = b"".join(
            encode_line(f"{self.id}:{text}", RELAY_LIMIT) for text in texts
        )
        if data:
            for other in list(self.server.talks.values()):
                if other is not self:
                    other.hear(data)

    def eof_received(self) -> bool:
        if self.is_over:
            return False  # both have ended: asyncio closes
        self.say_no_more()
        return False

    def say_no_more(self) -> None:
        """End our stream once all is sent; cut a moment later."""
        if self.is_over:
            return
        self.leave_roster()
        try:
            self.transport.write_eof()
        except OSError:
            pass
        loop = asyncio.get_running_loop()
        loop.call_later(POLITENESS, self.transport.abort)

    def leave_roster(self) -> None:
        self.is_over = True
        self.server.talks.pop(self.id, None)

    def connection_lost(self, error) -> None:
        self.leave_roster()
        self.server.open.discard(self)
        if not self.server.open:
            self.server.nobody_left.set()


class ChatServer:
    """Runs the loop in a thread, from start() to close()."""

    def __init__(self, host: str = "127.0.0.1", port: int = 14900) -> None:
        self.listener = socket.create_server((host, port), backlog=512)
        self.address = self.listener.getsockname()[:2]
        self.ids = itertools.count()
        self.talks: dict[int, Talk] = {}  # who hears what is said
        self.open: set[Talk] = set()  # whose connection is not closed yet
        self.is_ready = threading.Event()
        self.is_closing = False  # what arrives now is heard by nobody
        self.thread = threading.Thread(target=lambda: asyncio.run(self.main()))

    async def main(self) -> None:
        """Serve until somebody sets `stop`, then send all home."""
        self.loop = asyncio.get_running_loop()
        self.stop, self.nobody_left = asyncio.Event(), asyncio.Event()
        server = await self.loop.create_server(
            lambda: Talk(self), sock=self.listener, backlog=512
        )
        self.is_ready.set()
        await self.stop.wait()
        server.close()
        for talk in list(self.open):
            talk.say_no_more()
        if self.open:
            self.nobody_left.clear()
            try:
                await asyncio.wait_for(self.nobody_left.wait(), 1)
            except asyncio.TimeoutError:
                pass

    def start(self) -> "ChatServer":
        self.thread.start()
        self.is_ready.wait()
        return self

    def close(self) -> None:
        self.is_closing = True  # seen at once; `stop` waits for its turn
        self.loop.call_soon_threadsafe(self.stop.set)
        self.thread.join()

    def __enter__(self) -> "ChatServer":
        return self.start()

    def __exit__(self, *_) -> None:
        self.close()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        server = ChatServer(args.host, args.port)
    except OSError as error:
        print(f"No way to listen there: {error}", file=sys.stderr)
        return 1
    try:
        with server:
            print(f"Listening on {server.address[0]}:{server.address[1]}")
            sys.stdout.flush()
            while True:
                threading.Event().wait(0.5)
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
