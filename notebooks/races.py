"""Threads that meet at the worst moment, for notebooks 06 and 06b."""

import socket
from collections import Counter
from collections.abc import Callable
from functools import partial
from threading import Barrier, Event

from diagram import Talk
from people import meet, pair, receive, start, together


def both_say(
    line: bytes, job: Callable[[socket.socket, bytes], None]
) -> list[bytes]:
    """Ann and Bob say `line`, and a thread for each of them does its job.

    The job gets the connection and the line that came over it. Return what
    the job has sent to Ann and to Bob.
    """
    pairs = [pair(), pair()]
    for guest, _ in pairs:
        guest.sendall(line)

    def serve(conn: socket.socket) -> None:
        job(conn, receive(conn, len(line)))
        conn.shutdown(socket.SHUT_WR)

    for error in together(*[partial(serve, conn) for _, conn in pairs]):
        raise error
    return [guest.recv(1024) for guest, _ in pairs]


def meanwhile(job: Callable[[], None]) -> None:
    """Stand still while `job` runs in another thread; 3 s at most."""
    start(job).join(3)


def signatures(threads: int) -> list[int]:
    """Start threads one after the other; return the order of their names."""
    barrier, signed = Barrier(threads), []

    def sign(n: int) -> None:
        meet(barrier)
        signed.append(n)

    together(*[partial(sign, n) for n in range(threads)])
    return signed


def on_a_busy_day(bob_waits: Callable[[Event], None]) -> list[str]:
    """Return who speaks first, if Ann's thread is stopped before her word."""
    order, ann_spoke, bob_spoke = [], Event(), Event()

    def anns_thread() -> None:
        bob_spoke.wait(3)  # stopped here, while others run
        order.append("Ann")
        ann_spoke.set()

    def bobs_thread() -> None:
        bob_waits(ann_spoke)
        order.append("Bob")
        bob_spoke.set()

    together(anns_thread, bobs_thread)
    return order


class Room:
    """Some people who listen, and a note of what each of them is told."""

    def __init__(self, *names: str) -> None:
        self.ends = {name: pair() for name in names}
        self.told = dict.fromkeys(names, 0)  # bytes
        self.sends: Counter[str] = Counter()
        self.talk = Talk()

    def tell(self, thread: str, data: bytes, *names: str) -> None:
        """Send `data` to each of these, in one go; `thread` does it."""
        for name in names:
            self.ends[name][1].sendall(data)
            self.told[name] += len(data)
            self.sends[name] += 1
            self.talk.note(thread, name, data)

    def heard(self) -> list[bytes]:
        """Return all that each of them was told, in the order it came in."""
        return [
            receive(self.ends[n][0], size) for n, size in self.told.items()
        ]
