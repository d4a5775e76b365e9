"""A relay between people and a server: a network that is worse than yours.

It passes on what comes, either way, byte by byte.
"""

import socket
import threading
import time

PAUSE = 0.0005  # seconds behind each byte


def pass_on(source: socket.socket, target: socket.socket) -> None:
    """Pass on a stream, a byte at a time, to its end."""
    try:
        while data := source.recv(1024):
            for at in range(len(data)):
                target.sendall(data[at : at + 1])
                time.sleep(PAUSE)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        cut(source, target)


def cut(*ends: socket.socket) -> None:
    """End what these sockets still carry, which wakes who waits for it."""
    for end in ends:
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it was cut before


class Relay:
    """Listens at `address`, and has a way to `target` for whoever comes."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.target = target
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = self.listener.getsockname()
        self.ways: dict[tuple, tuple[socket.socket, ...]] = {}
        # Daemons, here and below: they end with the process of the patient.
        threading.Thread(target=self.accept_thread, daemon=True).start()

    def accept_thread(self) -> None:
        """Take in one person after another; each gets a thread each way."""
        while True:
            try:
                person, address = self.listener.accept()
                server = socket.create_connection(self.target)
            except OSError:
                return
            self.ways[address] = person, server
            for ends in ((person, server), (server, person)):
                ends[0].setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(
                    target=pass_on, args=ends, daemon=True
                ).start()

    def close(self) -> None:
        """End all that goes through it."""
        for ends in list(self.ways.values()):
            cut(*ends)
        cut(self.listener)
        self.listener.close()
