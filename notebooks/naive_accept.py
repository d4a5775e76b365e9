"""The naive accept loop of 03 and 03b, and what its experiments need."""

import contextlib
import socket
from collections.abc import Callable, Iterator
from threading import Event, Thread

from people import connect, hears, pair

Start = Callable[[socket.socket], object]  # starts one conversation


def answer(conn: socket.socket) -> None:
    """Say each word back in capitals, until the stream ends."""
    with conn:
        while data := conn.recv(1024):
            conn.sendall(data.upper())


def accept_loop(listener: socket.socket, guests: int, start: Start) -> None:
    """Greet so many guests, and start a conversation with each."""
    for id in range(guests):
        conn, _ = listener.accept()
        conn.sendall(f"you have id {id}".encode())
        start(conn)


class Newcomer:
    """A connection, as the server sees it, and the steps that let it in."""

    def __init__(self, conn: socket.socket) -> None:
        self.conn, self.backlog, self.sent = conn, b"", 0
        self.on_roster = False

    def keep(self) -> None:
        self.backlog += b"greeting "

    def join(self) -> None:
        self.on_roster = True

    def send(self, data: bytes = b"") -> None:
        data, self.backlog = self.backlog + data, b""
        self.conn.sendall(data)
        self.sent += len(data)


def let_in(newcomer: Newcomer, steps: str, star: Event, go: Event) -> None:
    """Do one step after the other; at a * stop, until `go` is set."""
    for step in steps.split():
        if step == "*":
            star.set()
            go.wait()
        else:
            getattr(newcomer, step)()  # the method of that name


def ann_hears(steps: str) -> str:
    """Let Ann in by these steps. Bob says hello at the *: what comes?"""
    ann, conn = pair()
    newcomer, star, go = Newcomer(conn), Event(), Event()
    accept = Thread(target=let_in, args=[newcomer, steps, star, go])
    accept.start()
    star.wait()  # the accept thread has come to the *
    before = ann.recv(newcomer.sent).decode()  # all that was sent
    if newcomer.on_roster:
        newcomer.send(b"hello ")
    go.set()  # and now it goes on
    accept.join()
    conn.close()
    with ann, ann.makefile() as rest:
        return f"{before}* {rest.read()}".strip()


def leave(conn: socket.socket) -> None:
    """End the stream, hear the other side out, and close."""
    with conn, contextlib.suppress(OSError):
        conn.shutdown(socket.SHUT_WR)
        while hears(conn):
            pass


@contextlib.contextmanager
def visitors(count: int, start: Start) -> Iterator[list[socket.socket]]:
    """Connect so many guests to a naive accept loop, in a thread of its own.

    At the end they leave, one after the other, and so the loop ends.
    """
    with socket.create_server(("127.0.0.1", 0)) as listener:
        args = [listener, count, start]
        loop = Thread(target=accept_loop, args=args, name="accept")
        loop.start()
        guests = [connect(listener) for _ in range(count)]
        try:
            yield guests
        finally:
            for guest in guests:
                leave(guest)
            loop.join()
