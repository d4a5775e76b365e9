"""The server with socketserver; a queue and a writer thread for each."""

import argparse
import itertools
import queue
import socket
import socketserver
import sys
import threading
import time

import framing

BYE = "Bye!"
MOST = 3_000_000  # bytes in a queue
LAST_WORDS = 0.5  # seconds


class Handler(socketserver.BaseRequestHandler):
    """Reads one client, in the thread that socketserver made for it."""

    def setup(self) -> None:
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.outbox: queue.SimpleQueue = queue.SimpleQueue()
        self.waiting = 0  # bytes in the outbox; guarded by the server's lock
        self.writer = threading.Thread(target=self.write)
        self.is_in = self.server.welcome(self)
        self.writer.start()

    def handle(self) -> None:
        if not self.is_in:
            return
        try:
            for text in framing.read_lines(self.request):
                self.server.broadcast(self, text)
                if text == BYE or self.server.is_closing.is_set():
                    break
        except framing.LineTooLong:
            self.server.send_to(self, b"Server: line too long\n")
        except OSError:
            pass

    def finish(self) -> None:
        self.server.forget(self)
        self.outbox.put(None)
        self.writer.join(LAST_WORDS)
        self.hear_out()
        self.cut()
        self.writer.join()

    def hear_out(self) -> None:
        """Take what the client still sends, or a close would be a reset."""
        end = time.monotonic() + LAST_WORDS
        try:
            self.request.shutdown(socket.SHUT_WR)
            self.request.settimeout(LAST_WORDS)
            while self.request.recv(65536) and time.monotonic() < end:
                pass
        except OSError:
            pass

    def cut(self) -> None:
        try:
            self.request.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def write(self) -> None:
        try:
            while (data := self.outbox.get()) is not None:
                self.request.sendall(data)
                with self.server.lock:
                    self.waiting -= len(data)
        except OSError:
            self.cut()


class Server(socketserver.ThreadingTCPServer):
    """The listening socket, and who is there."""

    allow_reuse_address = True
    request_queue_size = 512
    daemon_threads = False  # server_close is to wait for all of them

    def __init__(self, address: tuple[str, int]) -> None:
        self.lock = threading.Lock()  # guards all below, and the outboxes
        self.handlers: dict[int, Handler] = {}
        self.ids = itertools.count()
        self.is_closing = threading.Event()
        super().__init__(address, Handler)

    def get_request(self):
        try:
            return super().get_request()
        except OSError:
            # No descriptor, and select would return at once: wait a little.
            self.is_closing.wait(0.1)
            raise

    def welcome(self, handler: Handler) -> bool:
        with self.lock:
            handler.id = next(self.ids)
            text = f"Server: you have received id {handler.id}"
            self.put(handler, framing.encode_line(text))
            if not self.is_closing.is_set():
                self.handlers[handler.id] = handler
                return True
        return False

    def put(self, handler: Handler, data: bytes) -> None:
        """Add to an outbox; the caller holds the lock."""
        handler.waiting += len(data)
        handler.outbox.put(data)
        if handler.waiting > MOST:
            self.handlers.pop(handler.id, None)
            handler.cut()

    def send_to(self, handler: Handler, data: bytes) -> None:
        with self.lock:
            self.put(handler, data)

    def broadcast(self, author: Handler, text: str) -> None:
        line = f"{author.id}:{text}"
        data = framing.encode_line(line, framing.RELAY_LIMIT)
        with self.lock:
            for handler in list(self.handlers.values()):
                if handler is not author:
                    self.put(handler, data)

    def forget(self, handler: Handler) -> None:
        with self.lock:
            self.handlers.pop(handler.id, None)

    def handle_error(self, request, client_address) -> None:
        print("A client failed:", sys.exc_info()[1], file=sys.stderr)

    def end_all(self) -> None:
        with self.lock:
            self.is_closing.set()
            for handler in self.handlers.values():
                handler.cut()


class ChatServer:
    """The face of it: address, start, close."""

    def __init__(self, host: str = "127.0.0.1", port: int = 14900) -> None:
        self.server = Server((host, port))
        self.address = self.server.server_address[:2]
        self.thread = threading.Thread(
            target=self.server.serve_forever, args=(0.1,)
        )

    def start(self) -> "ChatServer":
        self.thread.start()
        return self

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.end_all()
        self.server.server_close()

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
        print(f"Cannot listen: {error}", file=sys.stderr)
        return 1
    with server:
        print("Listening on {}:{}".format(*server.address), flush=True)
        try:
            while not server.server.is_closing.wait(0.5):
                pass
        except KeyboardInterrupt:
            pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
