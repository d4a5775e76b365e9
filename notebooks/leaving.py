"""A guest who leaves: what the experiments of notebooks 04 and 04b need."""

import socket

from people import DEADLINE, Server, until


def answer(conn: socket.socket) -> str:
    """What one recv answers: bytes, or the name of an exception."""
    try:
        return repr(conn.recv(1024))
    except OSError as error:
        return type(error).__name__


def is_busy(server: Server, within: float = DEADLINE) -> bool:
    """Does it keep a processor core busy for 0.3 s, in `within` seconds?"""
    worked = server.cpu()
    return until(lambda: server.cpu() > worked + 0.3, within)


def ann_sends(ann: socket.socket, read: list) -> None:
    """What Ann's program does: send a long line, then read."""
    try:
        for _ in range(320):
            ann.sendall(b"x" * 65536)
        read.append(ann.recv(1024))
    except OSError:
        read.append("nothing: the connection broke")
    ann.close()
