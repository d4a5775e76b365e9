"""socketserver.ThreadingTCPServer: each client's thread sends for itself,
under one lock."""

import itertools
import socketserver
import threading

from common import GOODBYE, encode_line, greeting, listener
from framing import RELAY_LIMIT, read_lines

ids = itertools.count()
clients: dict[int, socketserver.StreamRequestHandler] = {}
lock = threading.Lock()


class Handler(socketserver.StreamRequestHandler):
    """One conversation."""

    disable_nagle_algorithm = True

    def handle(self) -> None:
        """Broadcast line after line, until the client leaves."""
        with lock:
            self.id = next(ids)
            clients[self.id] = self
            self.wfile.write(greeting(self.id))
        try:
            for text in read_lines(self.request):
                line = encode_line(f"{self.id}:{text}", RELAY_LIMIT)
                self.broadcast(line)
                if text == GOODBYE:
                    break
        except (OSError, ValueError):
            pass

    def broadcast(self, line: bytes) -> None:
        """Send `line` to everyone but its author."""
        with lock:
            for id, client in clients.items():
                if id != self.id:
                    try:
                        client.wfile.write(line)
                    except OSError:
                        pass

    def finish(self) -> None:
        """Strike the client off."""
        with lock:
            clients.pop(self.id, None)


class Server(socketserver.ThreadingTCPServer):
    """A thread for each connection."""

    daemon_threads = True


if __name__ == "__main__":
    server = Server(("127.0.0.1", 0), Handler, bind_and_activate=False)
    server.socket.close()
    server.socket = listener()
    server.serve_forever()
