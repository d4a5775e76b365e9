"""One guest does not read: who hears what when, and what a cure costs.

For notebooks 05 and 05b. Here a kind of client is any class that is made of a
socket, keeps it as `conn`, and has `deliver(data)`, as the server's own
Client has.
"""

import queue
import select
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape

from diagram import FAINT, INK, PAPER, show
from people import Server, pair, until

PIECE = 65_536  # bytes
STORY = 250 * PIECE  # bytes; far more than a system keeps for a reader
PACE = 10 * PIECE  # bytes; then those who read get the time to do so

# The picture, in pixels: room for the names, a step's width, a lane's height.
LEFT, STEP, LANE = 60, 172, 46
LOOKS = f"""
  text {{ font: 13px sans-serif; fill: {INK}; text-anchor: middle; }}
  text.name {{ font-weight: bold; }}
  line {{ stroke: {FAINT}; stroke-dasharray: 2 5; }}
  rect.box {{ fill: white; stroke: {INK}; stroke-width: 1.4; }}"""


def offer(conn: socket.socket, data: bytes) -> int:
    """Send what the system takes at once; return how many bytes it was.

    Never waits: 0 if nothing fits now. OSError if the connection broke.
    """
    if not hasattr(socket, "MSG_DONTWAIT"):  # Windows; not run there yet
        fits = select.select([], [conn], [], 0)[1]
        return conn.send(data[:2048]) if fits else 0
    try:
        return conn.send(data, socket.MSG_DONTWAIT)
    except BlockingIOError:
        return 0


def tell(conn: socket.socket) -> None:
    """Send one very long line, a piece at a time."""
    for _ in range(STORY // PIECE - 1):
        conn.sendall(b"x" * PIECE)
    conn.sendall(b"x" * (PIECE - 1) + b"\n")


def read(conn: socket.socket, size: int) -> bytes:
    """Return the next `size` bytes; fewer only at the end of the stream."""
    data = bytearray()
    while len(data) < size and (more := conn.recv(size - len(data))):
        data += more
    return bytes(data)


@dataclass
class Hearing:
    """What each person heard at each step: a picture, and its text twin."""

    names: list[str]
    steps: list[tuple[str, list[str]]] = field(default_factory=list)

    def has(self, name: str, words: str, step: int) -> bool:
        """Did `name` hear these words in this step (1, 2, …)?"""
        heard = self.steps[step - 1][1][self.names.index(name)]
        return words in heard.split(", ")

    def __str__(self) -> str:
        """The text twin: a line for each step, a column for each name."""
        rows = [["", *self.names]]
        for event, heard in self.steps:
            rows.append([event, *(words or "nothing" for words in heard)])
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return "\n".join(
            "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows
        )

    def svg(self) -> str:
        """The picture: a lane for each name, a box where words were heard."""
        width = LEFT + STEP * len(self.steps) + 10
        height = 56 + LANE * len(self.names)
        parts = []
        for m, name in enumerate(self.names):
            parts.append(_text(LEFT // 2, 69 + LANE * m, name, "name"))
        for n, (event, heard) in enumerate(self.steps):
            x = LEFT + STEP * n
            parts.append(_text(x + STEP // 2, 27, event, "name"))
            for m, words in enumerate(heard):
                parts.append(_box(x, 64 + LANE * m, words))
        title = f"What {', '.join(self.names)} hear, step by step"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" aria-label="{escape(title)}">'
            f"<title>{escape(title)}</title><desc>{escape(str(self))}</desc>"
            f"<style>{LOOKS}</style>"
            f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>'
            f"{''.join(parts)}</svg>"
        )

    def _ipython_display_(self) -> None:
        show(self.svg(), str(self), "The same picture as text")


def _text(x: int, y: int, words: str, kind: str = "") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(words)}</text>'


def _box(x: int, y: int, words: str) -> str:
    """A box with words in it; without words, only the lane."""
    if not words:
        return f'<line x1="{x}" y1="{y}" x2="{x + STEP}" y2="{y}"/>'
    return (
        f'<rect class="box" x="{x + 4}" y="{y - 16}" width="{STEP - 8}" '
        f'height="32" rx="6"/>{_text(x + STEP // 2, y + 5, words)}'
    )


class Listener:
    """Someone who reads, from `start()` on, and counts the lines."""

    def __init__(self, conn: socket.socket) -> None:
        self.conn = conn
        self.lines, self.cut_off = 0, False
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.reader_thread)
        self.start = self.thread.start

    def reader_thread(self) -> None:
        """Read until the stream ends, or until all is over."""
        self.conn.settimeout(0.1)  # look now and then whether it is over
        while not (self.over.is_set() or self.cut_off):
            try:
                data = self.conn.recv(PIECE)
            except TimeoutError:
                continue
            except OSError:
                data = b""  # a reset is an end, too
            self.lines += data.count(b"\n")
            self.cut_off = not data

    def stop(self) -> None:
        """End the thread, if there is one, and close."""
        self.over.set()
        if self.thread.is_alive():
            self.thread.join()
        self.conn.close()


class Observer:
    """Lets someone speak, and notes what Ann, Bob and Carl hear of it.

    Ann and Carl read all the time. Bob reads when all has been said.
    """

    def __init__(self, conns: list[socket.socket]) -> None:
        self.trio = [Listener(conn) for conn in conns]
        self.phrases: list[tuple[str, int, int]] = []  # words, lines from, to
        self.said = 0  # lines
        self.before = [0, 0, 0]  # lines that had come when the step began
        self.hearing = Hearing(["Ann", "Bob", "Carl"])

    def observe(self, say: Callable[[bytes], object], size: int) -> Hearing:
        """Say three things, the story in lines of `size` bytes."""
        ann, bob, carl = self.trio
        try:
            ann.start()
            carl.start()
            self.speak(say, "hi", [b"hi\n"])
            long = b"x" * (size - 1) + b"\n"
            self.speak(say, "the story", [long] * (STORY // size))
            self.speak(say, "hello?", [b"hello?\n"])
            bob.start()
            self.note("Bob reads", self.trio)
        finally:
            for one in self.trio:
                one.stop()
        return self.hearing

    def speak(self, say: Callable, words: str, lines: list[bytes]) -> None:
        """Say some lines, no faster than Ann and Carl hear them, as long as
        they hear anything; and note what they hear."""
        readers, heard = self.trio[::2], True
        self.phrases.append((words, self.said, self.said + len(lines)))
        for n, line in enumerate(lines, 1):
            say(line)
            self.said += 1
            if heard and n % (PACE // len(line)) == 0:
                heard = self.settle(readers)
        self.note(f"said: {words}", readers)

    def note(self, event: str, readers: list[Listener]) -> None:
        """Wait for those who read, and note what is new to each."""
        self.settle(readers)
        self.hearing.steps.append((event, [*map(self.news, range(3))]))
        self.before = [one.lines for one in self.trio]

    def settle(self, readers: list[Listener]) -> bool:
        """Wait until all have heard all, or nothing moves for a second;
        return whether they have."""

        def done() -> bool:
            return all(r.lines >= self.said or r.cut_off for r in readers)

        moved = True
        while moved and not done():
            before = [one.lines for one in readers]
            until(done, within=1)
            moved = before != [one.lines for one in readers]
        return done()

    def news(self, who: int) -> str:
        """What has come to one of them since the last step, in words."""
        if self.trio[who].cut_off:
            return "is cut off"
        start, end = self.before[who], self.trio[who].lines
        heard = []
        for words, first, last in self.phrases:
            if max(start, first) >= min(end, last):
                continue
            part = "part of " if end < last else ""
            rest = "rest of " if start > first else ""
            heard.append(part + rest + words)
        return ", ".join(heard)


def watch(kind: Callable) -> Hearing:
    """Note who hears what when, with this kind of client.

    A sender thread delivers each line to Ann, Bob and Carl, in this order.
    """
    pairs = [pair() for _ in range(3)]
    clients = [_client(kind, ours) for ours, _ in pairs]
    lines: queue.SimpleQueue = queue.SimpleQueue()
    sender = threading.Thread(target=_sender_thread, args=[lines, clients])
    sender.start()
    try:
        return Observer([theirs for _, theirs in pairs]).observe(
            lines.put, PIECE
        )
    finally:
        lines.put(b"")
        sender.join()
        _end(clients)


def watch_server(server: Server) -> Hearing:
    """Note who hears what when in a whole server, where Dora speaks."""
    dora, *trio = server.join("Dora", "Ann", "Bob", "Carl")
    return Observer([one.conn for one in trio]).observe(
        dora.conn.sendall, 4000
    )


def rate(kind: Callable, crowd: int, messages: int = 20) -> float:
    """Return how many deliveries a second of processor time buys.

    A message goes to each of a crowd, and the next one when all have it.
    The best of three tries. Processor time, because a clock would count what
    else the machine does.
    """
    pairs = [pair() for _ in range(crowd)]
    clients = [_client(kind, ours) for ours, _ in pairs]
    line, best = b"0:hello\n", 0.0
    try:
        for _ in range(3):
            start = time.process_time()
            for _ in range(messages):
                for client in clients:
                    client.deliver(line)
                for _, theirs in pairs:
                    read(theirs, len(line))
            seconds = max(time.process_time() - start, 0.001)
            best = max(best, crowd * messages / seconds)
    finally:
        _end(clients)
        for _, theirs in pairs:
            theirs.close()
    return best


def room_for(crowd: int) -> int:
    """Make room for so many connections; return how many there is room for.

    A process may have so many files open, and each connection is two here.
    """
    try:
        import resource
    except ImportError:
        return crowd  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * crowd + 200
    if 0 <= soft < wanted:
        soft = wanted if hard < 0 else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return crowd if soft < 0 else min(crowd, (soft - 200) // 2)


def _client(kind: Callable, conn: socket.socket) -> object:
    """A client as the server has it: it may wait for ever, and lines go out
    at once."""
    conn.settimeout(None)
    conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return kind(conn)


def _sender_thread(lines: queue.SimpleQueue, clients: list) -> None:
    """Deliver each line to all; b"" ends it."""
    with suppress(OSError):  # somebody pressed Interrupt: all is over
        while line := lines.get():
            for client in clients:
                client.deliver(line)


def _end(clients: list) -> None:
    """End them; b"" tells a thread that one may have to end as well."""
    for client in clients:
        with suppress(OSError):
            client.deliver(b"")
    for client in clients:
        if thread := getattr(client, "writer", None):
            thread.join()
        client.conn.close()
