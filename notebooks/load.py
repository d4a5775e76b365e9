"""A crowd at a chat server: it talks, counts what it hears, and times it.

    python load.py [naive] [asyncio] [threads]

measures in a terminal what notebook 09 measures. The crowd is one thread
that talks and listens for all: cheap, but not free, and it shares your
machine with the server.
"""

import selectors
import socket
import statistics
import sys
import time

from people import Server, chat

SIZES = 2, 10, 30, 100  # clients
TALKERS = 4  # more would wait for a thread in the naive chat
LINES = 100  # that each of them says in one go, in a flood
SPELL = 0.2  # seconds, at least, behind each figure
PATIENCE = 10.0  # seconds of silence
HELLO = b"hello\n"


class Crowd:
    """Everybody who is connected to one server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.conns: list[socket.socket] = []
        self.due: list[int] = []  # lines that each has to hear
        self.heard: list[int] = []  # newlines that each has heard
        self.named = 0  # colons heard: lines that tell who said them
        self.ready = selectors.DefaultSelector()

    def __enter__(self) -> "Crowd":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.ready.close()  # the server's `with` closes the connections

    def grow(self, size: int) -> None:
        """Let people join until there are so many."""
        for n in range(len(self.conns), size):
            [person] = self.server.join("guest")
            # We measure how the server sends, so let us send at once.
            person.conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.ready.register(person.conn, selectors.EVENT_READ, n)
            self.conns.append(person.conn)
            self.due.append(0)
            self.heard.append(0)

    def say(self, who: int, lines: int = 1) -> None:
        """Say so many lines, in one send; all the others are to hear them."""
        self.conns[who].sendall(HELLO * lines)
        for other in range(len(self.conns)):
            self.due[other] += lines * (other != who)

    def hear(self) -> None:
        """Listen until everybody has heard all that is due, and no more."""
        while self.due != self.heard:
            ready = self.ready.select(PATIENCE)
            for key, _ in ready:
                data = key.fileobj.recv(65536)
                self.heard[key.data] += data.count(b"\n")
                self.named += data.count(b":")
                if not data:
                    raise ConnectionError("the server closed a connection")
            if not ready:
                raise TimeoutError("lines are missing. What says pytest?")

    def one_by_one(self) -> float:
        """Take turns: a line, and the next when all have heard it.

        Return the seconds within which nine lines of ten were heard by all.
        """
        times: list[float] = []
        while sum(times) < SPELL or len(times) < 10:
            start = time.perf_counter()
            self.say(len(times) % min(TALKERS, len(self.conns)))
            self.hear()
            times.append(time.perf_counter() - start)
        return statistics.quantiles(times, n=10)[-1]

    def flood(self) -> float:
        """Talk all at once, as fast as all can hear it.

        Return the lines a second that came with their author, all ears
        together.
        """
        before, start, rounds = self.named, time.perf_counter(), 0
        while (spent := time.perf_counter() - start) < SPELL or rounds < 3:
            for who in range(min(TALKERS, len(self.conns))):
                self.say(who, LINES)
            self.hear()
            rounds += 1
        return (self.named - before) / spent


def main() -> None:
    """Print what each server does, for each number of clients."""
    for kind in sys.argv[1:] or ["naive", "asyncio", "threads"]:
        with chat(kind) as server, Crowd(server) as crowd:
            for size in SIZES:
                crowd.grow(size)
                wait, rate = crowd.one_by_one(), crowd.flood()
                print(
                    f"{kind:8} {size:4} clients {wait * 1e3:8.2f} ms", end=""
                )
                print(f" {rate:12,.0f} lines/s")


if __name__ == "__main__":
    main()
