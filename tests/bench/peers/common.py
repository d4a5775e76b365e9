"""What every peer does alike: where it listens, and how it says so.

Lines are cut and made by the solution's framing.py, so that what differs is
who waits for whom, and how many sends there are.
"""

import argparse
import socket
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[3] / "solution"))
from framing import RELAY_LIMIT, LineBuffer, encode_line

GOODBYE = "Bye!"


def listener() -> socket.socket:
    """Return a listening socket, as `--host` and `--port` ask; say where."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", default=14900, type=int)
    args = parser.parse_args()
    # asyncio sets TCP_NODELAY only where it is told that this is TCP.
    sock = socket.socket(
        socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
    )
    sock.bind((args.host, args.port))
    sock.listen(1024)
    print("Listening on {}:{}".format(*sock.getsockname()[:2]), flush=True)
    return sock


def greeting(id: int) -> bytes:
    """Return the first line that client `id` gets (P6)."""
    return b"Server: you have received id %d\n" % id


def no_delay(conn: socket.socket) -> None:
    """Let a short line leave at once."""
    conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class Lines(LineBuffer):
    """A LineBuffer that answers with what the others are to hear."""

    def heard(self, id: int, data: bytes) -> tuple[bytes, bool]:
        """Return the lines that `data` completes, as client `id` says them;
        and whether the last of them is the goodbye.

        LineTooLong (a ValueError) as `feed` has it.
        """
        texts = self.feed(data)
        if GOODBYE in texts:
            del texts[texts.index(GOODBYE) + 1 :]
        lines = [encode_line(f"{id}:{text}", RELAY_LIMIT) for text in texts]
        return b"".join(lines), GOODBYE in texts
