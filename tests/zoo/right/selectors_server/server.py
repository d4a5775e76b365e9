"""The server in one thread: one selector waits for all sockets."""

import argparse
import selectors
import socket
import sys
import threading
import time

from framing import RELAY_LIMIT, LineBuffer, LineTooLong, encode_line

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
MOST_BEHIND = 2 << 20  # bytes
PATIENCE = 0.5  # seconds for a last word
NO_DESCRIPTOR = 0.1  # seconds until we try to accept again


class Guest:
    """What the loop knows of one connection."""

    def __init__(self, number: int, conn: socket.socket) -> None:
        self.number, self.conn = number, conn
        self.lines = LineBuffer()
        self.out = bytearray()
        self.deadline = 0.0  # when we cut it; 0: it is still with us
        self.said_end = False


class ChatServer:
    """One loop, one thread; `close` wakes it through a socket pair."""

    def __init__(self, host: str = "127.0.0.1", port: int = 14900) -> None:
        self.listener = socket.create_server((host, port), backlog=512)
        self.listener.setblocking(False)
        self.address = self.listener.getsockname()[:2]
        self.waker, self.woken = socket.socketpair()
        self.guests: dict[int, Guest] = {}
        self.next_number = 0
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.woken, READ, "woken")
        self.selector.register(self.listener, READ, "listener")
        self.accept_again = 0.0  # when; 0: the listener is being watched
        self.stopping = False  # set by `close`: no more lines
        self.closing = False  # set by the loop, when it hears of it
        self.thread = threading.Thread(target=self.loop, name="loop")

    def start(self) -> "ChatServer":
        self.thread.start()
        return self

    __enter__ = start

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        self.stopping = True
        self.waker.send(b"!")
        self.thread.join()
        self.waker.close()

    def loop(self) -> None:
        while not self.closing or self.guests:
            for key, events in self.selector.select(self.time_left()):
                if key.data == "woken":
                    self.begin_to_close()
                elif key.data == "listener":
                    self.accept()
                else:
                    self.serve(key.data, events)
            self.look_at_the_clock()
        self.selector.close()
        self.woken.close()

    def time_left(self) -> float | None:
        times = [g.deadline for g in self.guests.values() if g.deadline]
        if self.accept_again:
            times.append(self.accept_again)
        return max(0.0, min(times) - time.monotonic()) if times else None

    def look_at_the_clock(self) -> None:
        now = time.monotonic()
        for guest in list(self.guests.values()):
            if guest.deadline and guest.deadline <= now:
                self.forget(guest)
        if self.accept_again and self.accept_again <= now:
            self.accept_again = 0.0
            self.selector.register(self.listener, READ, "listener")

    def begin_to_close(self) -> None:
        self.closing = True
        self.selector.unregister(self.woken)
        if not self.accept_again:
            self.selector.unregister(self.listener)
        self.accept_again = 0.0
        self.listener.close()
        for guest in list(self.guests.values()):
            self.see_off(guest)

    def accept(self) -> None:
        if self.closing:
            return
        try:
            conn, _ = self.listener.accept()
        except (BlockingIOError, ConnectionError):
            return
        except OSError:
            # Out of descriptors: do not watch what we cannot take.
            self.selector.unregister(self.listener)
            self.accept_again = time.monotonic() + NO_DESCRIPTOR
            return
        conn.setblocking(False)
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        guest = Guest(self.next_number, conn)
        self.next_number += 1
        self.guests[guest.number] = guest
        self.selector.register(conn, READ, guest)
        hello = f"Server: you have received id {guest.number}"
        self.tell(guest, encode_line(hello))

    def serve(self, guest: Guest, events: int) -> None:
        if events & WRITE and guest.number in self.guests:
            self.push(guest)
        if events & READ and guest.number in self.guests:
            self.read(guest)

    def read(self, guest: Guest) -> None:
        try:
            data = guest.conn.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            return self.forget(guest)
        if guest.deadline:
            if not data:
                self.forget(guest)
            return
        if not data:
            return self.see_off(guest)
        if self.stopping:
            return
        try:
            self.broadcast(guest, guest.lines.feed(data))
        except LineTooLong as error:
            if not self.broadcast(guest, error.lines):
                self.tell(guest, encode_line("Server: line too long"))
                self.see_off(guest)

    def broadcast(self, author: Guest, texts: list[str]) -> bool:
        """Tell all others; return whether it was a goodbye."""
        bye = "Bye!" in texts
        if bye:
            texts = texts[: texts.index("Bye!") + 1]
        lines = [f"{author.number}:{text}" for text in texts]
        data = b"".join(encode_line(line, RELAY_LIMIT) for line in lines)
        for guest in list(self.guests.values()):
            if guest is not author and data:
                self.tell(guest, data)
        if bye:
            self.see_off(author)
        return bye

    def tell(self, guest: Guest, data: bytes) -> None:
        if guest.deadline or guest.number not in self.guests:
            return
        guest.out += data
        self.push(guest)
        if len(guest.out) > MOST_BEHIND:
            self.forget(guest)

    def push(self, guest: Guest) -> None:
        """Send what the system takes; watch for more room if need be."""
        try:
            while guest.out:
                sent = guest.conn.send(memoryview(guest.out)[:65536])
                del guest.out[:sent]
        except BlockingIOError:
            pass
        except OSError:
            return self.forget(guest)
        if not guest.out and guest.deadline and not guest.said_end:
            guest.said_end = True
            try:
                guest.conn.shutdown(socket.SHUT_WR)
            except OSError:
                return self.forget(guest)
        self.selector.modify(
            guest.conn, READ | WRITE if guest.out else READ, guest
        )

    def see_off(self, guest: Guest) -> None:
        """Nothing more for this one: last bytes, end of stream, soon a cut."""
        if not guest.deadline and guest.number in self.guests:
            guest.deadline = time.monotonic() + PATIENCE
            self.push(guest)

    def forget(self, guest: Guest) -> None:
        if self.guests.pop(guest.number, None):
            self.selector.unregister(guest.conn)
            guest.conn.close()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        with ChatServer(args.host, args.port) as server:
            host, port = server.address
            print(f"Listening on {host}:{port}", flush=True)
            while not server.closing:
                time.sleep(0.5)  # Ctrl-C ends it at once
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"Cannot listen: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
