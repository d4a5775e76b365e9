"""Servers that end, and are started again, for notebooks 07 and 07b."""

import socket
from collections.abc import Callable

from people import HERE, Person, Server, connect, until


def good_night_server(*args: str) -> Server:
    """Start the server of naive_stop.py; "daemon" is an argument it knows."""
    return Server(HERE / "naive_stop.py", *args, ending=b"\n")


def hears_good_night(person: Person) -> bool:
    """Is that said, before the connection ends or breaks?"""
    try:
        return person.hears("Good night!")
    except OSError:
        return False


def bare(address: tuple[str, int]) -> socket.socket:
    """Listen as the naive chat does."""
    listener = socket.socket()
    listener.bind(address)
    listener.listen()
    return listener


def again(listen: Callable, first: str, then: Callable | None = None) -> bool:
    """Can one listen again (by `then`) when `first` has hung up first?"""
    with listen(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        ann, (conn, _) = connect(listener), listener.accept()
    one, other = (ann, conn) if first == "Ann" else (conn, ann)
    one.close()
    other.recv(1024)  # until it hears the end
    other.close()
    return until(lambda: opens(then or listen, address), within=1)


def opens(listen: Callable, address: tuple[str, int]) -> bool:
    """Can one listen there now?"""
    try:
        listen(address).close()
        return True
    except OSError:  # Address already in use
        return False
