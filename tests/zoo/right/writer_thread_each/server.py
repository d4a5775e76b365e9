"""A writer thread for every client, with a mailbox bounded in bytes."""

import argparse
import queue
import socket
import sys
import threading
import time
from contextlib import suppress

from framing import RELAY_LIMIT, LineTooLong, encode_line, read_lines

PAUSE = 0.5


class Full(Exception):
    """The mailbox holds more than it may."""


class Mailbox:
    """A queue whose size is counted in bytes; None is its end."""

    SIZE = 3_000_000

    def __init__(self) -> None:
        self.letters: queue.SimpleQueue = queue.SimpleQueue()
        self.size, self.lock = 0, threading.Lock()

    def put(self, letter: bytes) -> None:
        with self.lock:
            if self.size + len(letter) > self.SIZE:
                raise Full
            self.size += len(letter)
            self.letters.put(letter)

    def end(self) -> None:
        self.letters.put(None)

    def __iter__(self):
        while (letter := self.letters.get()) is not None:
            yield letter
            with self.lock:
                self.size -= len(letter)


class Client:
    def __init__(self, number: int, conn: socket.socket) -> None:
        self.number, self.conn = number, conn
        self.mailbox = Mailbox()
        self.writer = threading.Thread(target=self.write)
        self.writer.start()

    def write(self) -> None:
        try:
            for letter in self.mailbox:
                self.conn.sendall(letter)
        except OSError:
            self.cut()

    def send(self, text: str) -> None:
        try:
            self.mailbox.put(encode_line(text, RELAY_LIMIT))
        except Full:
            self.cut()

    def cut(self) -> None:
        with suppress(OSError):
            self.conn.shutdown(socket.SHUT_RDWR)

    def part(self) -> None:
        self.mailbox.end()
        self.writer.join(PAUSE)
        end = time.monotonic() + PAUSE
        with suppress(OSError):
            self.conn.shutdown(socket.SHUT_WR)
            self.conn.settimeout(PAUSE)
            while self.conn.recv(65536) and time.monotonic() < end:
                pass
        self.cut()
        self.writer.join()
        self.conn.close()


class ChatServer:
    def __init__(self, host: str = "127.0.0.1", port: int = 14900) -> None:
        self.sock = socket.create_server((host, port), backlog=512)
        self.sock.settimeout(0.2)  # so that accept looks at `stop`
        self.address = self.sock.getsockname()[:2]
        self.stop = threading.Event()
        self.lock = threading.Lock()  # guards clients; its holder broadcasts
        self.clients: list[Client] = []
        self.readers: list[threading.Thread] = []
        self.main = threading.Thread(target=self.accept)

    def start(self) -> "ChatServer":
        self.main.start()
        return self

    def __enter__(self) -> "ChatServer":
        return self.start()

    def __exit__(self, *_) -> None:
        self.close()

    def accept(self) -> None:
        number = 0
        while not self.stop.is_set():
            try:
                conn, _ = self.sock.accept()
            except TimeoutError:
                continue
            except OSError:
                self.stop.wait(0.1)
                continue
            conn.settimeout(None)
            conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            client = Client(number, conn)
            with self.lock:  # the greeting first, and then no line missed
                client.send(f"Server: you have received id {number}")
                self.clients.append(client)
            number += 1
            reader = threading.Thread(target=self.read, args=[client])
            self.readers = [r for r in self.readers if r.is_alive()]
            self.readers.append(reader)
            reader.start()
        self.sock.close()

    def read(self, client: Client) -> None:
        try:
            for text in read_lines(client.conn):
                with self.lock:
                    for other in self.clients:
                        if other is not client:
                            other.send(f"{client.number}:{text}")
                if text == "Bye!" or self.stop.is_set():
                    break
        except LineTooLong:
            client.send("Server: line too long")
        except OSError:
            pass
        with self.lock:
            self.clients.remove(client)
        client.part()

    def close(self) -> None:
        self.stop.set()
        self.main.join()
        with self.lock:
            for client in self.clients:
                client.cut()
        for reader in self.readers:
            reader.join()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    try:
        server = ChatServer(args.host, args.port).start()
    except OSError as error:
        print("Cannot listen:", error, file=sys.stderr)
        return 1
    try:
        print("Listening on", "%s:%d" % server.address, flush=True)
        while not server.stop.wait(0.5):
            pass
    except KeyboardInterrupt:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
