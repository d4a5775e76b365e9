"""How the load talks to a server: this kit's protocol, or another's."""

import re
import socket


def read_line(conn: socket.socket) -> bytes:
    """Return the next line, byte by byte, so that none is taken too many."""
    line = b""
    while not line.endswith(b"\n"):
        byte = conn.recv(1)
        if not byte:
            raise ConnectionError("the server closed during the greeting")
        line += byte
    return line


class Chat:
    """The protocol of this kit."""

    most_lines = 10**9  # in one burst

    def enter(self, conn: socket.socket, id: int) -> None:
        """Read the greeting (P6)."""
        line = read_line(conn)
        expected = b"Server: you have received id %d" % id
        if line.rstrip() != expected:
            raise ConnectionError(f"greeted with {line!r}, not {expected!r}")

    def settle(self, conns: list[socket.socket]) -> None:
        """Wait until all that is said on entering has been heard: nothing."""

    def say(self, texts: list[str]) -> bytes:
        """Return the bytes that say `texts`, a line each."""
        return "".join(f"{text}\n" for text in texts).encode()

    def heard(self, id: int, texts: list[str]) -> list[bytes]:
        """Return the lines that everyone else is to hear (P7)."""
        return [f"{id}:{text}\n".encode() for text in texts]


class Bare(Chat):
    """Whatever comes is passed on as it is."""

    def heard(self, id: int, texts: list[str]) -> list[bytes]:
        """Return the lines as they were said."""
        return [f"{text}\n".encode() for text in texts]


class Irc(Chat):
    """As much of IRC (RFC 2812) as one channel takes."""

    # ngircd ends a connection that is 64 KB behind.
    most_lines = 500

    def enter(self, conn: socket.socket, id: int) -> None:
        """Register, join the channel, and learn the prefix of our lines."""
        conn.sendall(b"NICK n%d\r\nUSER n%d 0 * :n\r\n" % (id, id))
        conn.sendall(b"JOIN #chat\r\n")
        while True:
            line = read_line(conn)
            if line.startswith(b"PING"):
                conn.sendall(line.replace(b"PING", b"PONG"))
            joined = re.match(rb":n%d(!\S+) JOIN " % id, line)
            if joined:
                self.host = joined[1].replace(b"n%d@" % id, b"n%d@")
            if b" 366 " in line:  # the end of the list of names
                return

    def settle(self, conns: list[socket.socket]) -> None:
        """Read past the JOIN of each who came later."""
        last = b":n%d!" % (len(conns) - 1)
        for conn in conns[:-1]:
            while not read_line(conn).startswith(last):
                pass

    def say(self, texts: list[str]) -> bytes:
        """Return a PRIVMSG for each text."""
        lines = (f"PRIVMSG #chat :{text}\r\n" for text in texts)
        return "".join(lines).encode()

    def heard(self, id: int, texts: list[str]) -> list[bytes]:
        """Return the PRIVMSGs with our prefix."""
        prefix = b":n%d" % id + self.host.replace(b"%d", b"%d" % id)
        return [
            prefix + f" PRIVMSG #chat :{text}\r\n".encode() for text in texts
        ]


DIALECTS = {"chat": Chat, "bare": Bare, "irc": Irc}
