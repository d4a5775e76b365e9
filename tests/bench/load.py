"""The load: drives one chat server, and checks every line it delivers.

A process of its own, started by speed.py. Prints one JSON object: what was
measured, or `error`, what went wrong.
"""

import argparse
import itertools
import json
import selectors
import socket
import struct
import sys
import time

import psutil
from dialects import DIALECTS, Chat

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
# What comes in pieces smaller than FEW bytes comes line by line. Then the load
# takes a REST (seconds) between two looks, so that it costs little itself;
# each burst that is timed takes many times as long.
FEW, REST = 4096, 0.002
MOST_LINES = 100_000  # in one burst: 3.6 MB for each client, below 4 MB
MOST_BYTES = 256 * 1024 * 1024  # that one burst may deliver in all


class Wrong(Exception):
    """The server did not deliver what it should have."""


class Person:
    """One client of the chat: what it still says, what it has heard."""

    def __init__(self, id: int, conn: socket.socket) -> None:
        self.id, self.conn = id, conn
        self.unsaid = memoryview(b"")
        self.heard = bytearray()
        self.expected = 0  # bytes of `heard` that this burst is to fill
        self.got = 0
        self.at = 0.0  # when the last of them came

    def expect(self, size: int) -> None:
        """Make room for `size` bytes; memory is kept from burst to burst."""
        if len(self.heard) < size:
            self.heard = bytearray(b"." * size)
        self.expected, self.got = size, 0
        self.room = memoryview(self.heard)[:size]

    def receive(self) -> bool:
        """Receive once; return whether all has come that is to come."""
        count = self.conn.recv_into(self.room[self.got :])
        if not count:
            raise Wrong(f"client {self.id} was cut off at byte {self.got}")
        self.got += count
        if self.got < self.expected:
            return False
        self.at = time.perf_counter()
        return True


class Crowd:
    """All the people in one chat."""

    def __init__(
        self,
        dialect: Chat,
        address: tuple[str, int],
        count: int,
        patience: int,
    ) -> None:
        self.dialect, self.address = dialect, address
        self.patience = patience  # seconds without a byte: it is stuck
        self.most_lines = MOST_LINES  # that are said in one burst
        self.delivered = 0  # in all, since they came
        self.selector = selectors.DefaultSelector()
        self.people = [self.enter(id) for id in range(count)]
        dialect.settle([person.conn for person in self.people])
        for person in self.people:
            person.conn.setblocking(False)
            self.selector.register(person.conn, READ, person)

    def enter(self, id: int, buffer: int = 0) -> Person:
        """Connect one more, and read its greeting."""
        conn = socket.socket()
        conn.settimeout(self.patience)
        if buffer:
            conn.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        conn.connect(self.address)
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.dialect.enter(conn, id)
        return Person(id, conn)

    def converse(self, said: dict[int, bytes], sizes: list[int]) -> float:
        """Let people say `said` (by id) until each has heard as many bytes
        as `sizes` has for it; return the seconds that it took."""
        waiting = 0
        pace = 0 if max(sizes) < 10 * FEW else FEW
        for person, size in zip(self.people, sizes, strict=True):
            person.expect(size)
            waiting += size > 0
        start = time.perf_counter()
        for id, data in said.items():
            self.people[id].unsaid = memoryview(data)
            self.speak(self.people[id])
        while waiting:
            ready = self.selector.select(self.patience)
            if not ready:
                raise Wrong(f"{waiting} clients still wait: {self.lag()}")
            came = 0
            for key, events in ready:
                if events & WRITE:
                    self.speak(key.data)
                if events & READ:
                    before = key.data.got
                    waiting -= key.data.receive()
                    came += key.data.got - before
            if came < len(ready) * pace:
                time.sleep(REST)
        return time.perf_counter() - start

    def speak(self, person: Person) -> None:
        """Send what the system takes; ask for more room if there is more."""
        before = bool(person.unsaid)
        try:
            person.unsaid = person.unsaid[person.conn.send(person.unsaid) :]
        except BlockingIOError:
            pass
        if before:
            events = READ | WRITE * bool(person.unsaid)
            self.selector.modify(person.conn, events, person)

    def lag(self) -> str:
        """Say who has heard how much."""
        return ", ".join(
            f"client {p.id} has {p.got} of {p.expected} bytes"
            for p in itertools.islice(
                (p for p in self.people if p.got < p.expected), 5
            )
        )

    def burst(
        self, authors: list[int], lines: int, size: int = 32
    ) -> tuple[int, float]:
        """Let each of `authors` say `lines` lines of `size` bytes at once,
        and check all.

        Returns the number of deliveries, and the seconds that they took.
        """
        texts = [text(number, size) for number in range(lines)]
        said = {id: self.dialect.say(texts) for id in authors}
        told = {id: self.dialect.heard(id, texts) for id in authors}
        own = {id: sum(map(len, told[id])) for id in authors}
        total = sum(own.values())
        sizes = [total - own.get(p.id, 0) for p in self.people]
        seconds = self.converse(said, sizes)
        self.check(told)
        count = lines * len(authors) * (len(self.people) - 1)
        self.delivered += count
        return count, seconds

    def check(self, told: dict[int, list[bytes]]) -> None:
        """Everybody heard each line once, all in one order, none his own.

        Who says nothing hears everything: the first of them is the witness
        of the order, and from it follows what each author is to hear.
        """
        witness = next(p for p in self.people if p.id not in told)
        heard = bytes(witness.room)
        order = runs(heard, told)
        for person in self.people:
            due = heard
            if person.id in told:
                due = b"".join(x for id, x in order if id != person.id)
            if person.room != due:
                raise Wrong(f"client {person.id} heard another order or text")

    def close(self) -> None:
        """Leave, all of us."""
        for person in self.people:
            person.conn.close()


def text(number: int, size: int) -> str:
    """Return a text that is `size` bytes long with its newline."""
    return f"{number:07d} shall I compare thee".ljust(size - 1, ".")


def runs(
    heard: bytes, told: dict[int, list[bytes]]
) -> list[tuple[int, bytes]]:
    """Return (author, lines) in the order of `heard`: neighbours of one
    author together. Wrong, unless it is each line of `told` once, and each
    author's in that author's order."""
    if len(told) == 1:
        ((author, lines),) = told.items()
        if heard != b"".join(lines):
            raise Wrong(f"these are not the lines of client {author}")
        return [(author, heard)]
    author_of = {line: id for id in told for line in told[id]}
    left = {id: iter(lines) for id, lines in told.items()}
    order = []
    lines = heard.splitlines(keepends=True)
    for id, run in itertools.groupby(lines, author_of.get):
        run = list(run)
        if id is None or run != list(itertools.islice(left[id], len(run))):
            raise Wrong(f"not the next line of anybody: {run[0]!r}")
        order.append((id, b"".join(run)))
    return order


def flood(crowd: Crowd, authors: list[int], seconds: float) -> dict:
    """As fast as the server takes it: bursts, until `seconds` are over.

    A burst begins when the last delivery of the one before has come. The
    bursts grow while they are short, to what the limits above allow.
    """
    share = len(authors)
    most = min(crowd.most_lines, MOST_BYTES // 40 // len(crowd.people))
    most = max(1, most // share)
    lines = min(most, max(1, 100 // share))
    _, took = crowd.burst(authors, lines)
    while took < 0.5 and lines < most:
        lines = min(most, lines * 4)
        _, took = crowd.burst(authors, lines)
    deliveries, total = 0, 0.0
    while total < seconds:
        count, took = crowd.burst(authors, lines)
        deliveries, total = deliveries + count, total + took
    return {"deliveries": deliveries, "seconds": total, "burst": lines * share}


def alone(crowd: Crowd, authors: list[int], seconds: float) -> dict:
    """One message at a time: the next when everybody has heard the last.

    `latencies` are those of the last to hear each message, in seconds.
    """
    deliveries, total, latencies = 0, 0.0, []
    for author in itertools.cycle(authors):
        count, took = crowd.burst([author], 1)
        deliveries, total = deliveries + count, total + took
        latencies.append(took)
        if total >= seconds:
            break
    return {
        "deliveries": deliveries,
        "seconds": total,
        **percentiles(latencies),
    }


def paced(crowd: Crowd, authors: list[int], seconds: float) -> dict:
    """A modest, fixed rate: at most 100 messages and 10,000 deliveries a
    second. Latencies are of each delivery, from when its message was due."""
    pause = max(0.01, (len(crowd.people) - 1) / 10_000)
    latencies, deliveries = [], 0
    due = start = time.perf_counter()
    for author in itertools.cycle(authors):
        time.sleep(max(0.0, due - time.perf_counter()))
        count, _ = crowd.burst([author], 1)
        deliveries += count
        latencies += [p.at - due for p in crowd.people if p.id != author]
        due += pause
        if due - start >= seconds:
            break
    return {
        "deliveries": deliveries,
        "seconds": time.perf_counter() - start,
        **percentiles(latencies),
    }


def percentiles(latencies: list[float]) -> dict[str, float]:
    """Return the median and the 99th percentile."""
    ordered = sorted(latencies)
    return {
        "p50": ordered[len(ordered) // 2],
        "p99": ordered[len(ordered) * 99 // 100],
    }


def churn(crowd: Crowd, count: int, reset: bool) -> None:
    """`count` clients come, read their greeting, and go: with a goodbye of
    TCP, or without one."""
    windows = sys.platform == "win32"
    at_once = struct.pack("hh" if windows else "ii", 1, 0)
    for id in range(len(crowd.people), len(crowd.people) + count):
        conn = crowd.enter(id).conn
        if reset:
            conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        conn.close()


def stall(crowd: Crowd) -> socket.socket:
    """One more comes and never reads, while 8 MB are said to everybody."""
    last = crowd.enter(len(crowd.people), buffer=4096).conn
    for _ in range(8):
        crowd.burst([1], 250, 4000)
    return last


class Meter:
    """What the server's processes, and we, use up."""

    def __init__(self, pid: int) -> None:
        root = psutil.Process(pid)
        self.servers = [root, *root.children(recursive=True)]
        self.me = psutil.Process()

    def cpu(self) -> tuple[float, float]:
        """Return the seconds of processor: the server's, and ours."""
        times = [process.cpu_times() for process in self.servers]
        ours = self.me.cpu_times()
        server = sum(t.user + t.system for t in times)
        return server, ours.user + ours.system

    def holds(self) -> dict[str, int]:
        """Return the server's memory (bytes), threads and open files."""
        files = "num_handles" if sys.platform == "win32" else "num_fds"
        return {
            "memory": sum(p.memory_info().rss for p in self.servers),
            "threads": sum(p.num_threads() for p in self.servers),
            "files": sum(getattr(p, files)() for p in self.servers),
        }

    def settle(self, before: dict[str, int], seconds: float = 10) -> None:
        """Wait until no more threads and files are held than before."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.holds()
            if all(now[what] <= before[what] for what in ("threads", "files")):
                return
            time.sleep(0.02)


MODES = {"flood": flood, "alone": alone, "paced": paced}


def measure(args: argparse.Namespace) -> dict:
    """Return what one run shows; its `deliveries` took `seconds`."""
    meter = Meter(args.pid)
    dialect = DIALECTS[args.dialect]()
    address = args.host, args.port
    crowd = Crowd(dialect, address, args.clients, args.patience)
    crowd.most_lines = min(args.lines, dialect.most_lines)
    authors = range(1, args.clients) if args.talkers == "all" else [1]
    crowd.burst([1], 1)  # everybody is there, and hears
    before = meter.holds()
    if args.churn:
        churn(crowd, args.churn, args.reset)
        meter.settle(before)
    idle = stall(crowd) if args.stalled else None
    start, (server, ours) = time.perf_counter(), meter.cpu()
    result = MODES[args.mode](crowd, list(authors), args.seconds)
    wall, (server_end, ours_end) = time.perf_counter() - start, meter.cpu()
    result |= {
        "rate": result["deliveries"] / result["seconds"],
        "cpu": (server_end - server) / result["deliveries"] * 1e6,
        "load": (ours_end - ours) / wall,
        "before": before,
        "after": meter.holds(),
        "delivered": crowd.delivered,
    }
    crowd.close()
    if idle:
        idle.close()
    return result


def main() -> None:
    """Measure once, and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--dialect", choices=DIALECTS, default="chat")
    parser.add_argument("--mode", choices=MODES, default="flood")
    parser.add_argument("--clients", type=int, default=10)
    parser.add_argument("--talkers", choices=["one", "all"], default="one")
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--lines", type=int, default=MOST_LINES)
    parser.add_argument("--patience", type=int, default=20)
    parser.add_argument("--stalled", action="store_true")
    parser.add_argument("--churn", type=int, default=0)
    parser.add_argument("--reset", action="store_true")
    try:
        print(json.dumps(measure(parser.parse_args())))
    except (Wrong, OSError) as error:
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}))


if __name__ == "__main__":
    main()
