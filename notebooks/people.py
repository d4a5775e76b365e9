"""Chat programs in processes of their own, and people who talk to them.

    with chat("naive") as server:
        ann, bob = server.join("Ann", "Bob")
        ann.say("hello")
        print(bob.hear())

Each server gets any free port. Whatever is started here is ended when its
`with` ends, and in any case when the notebook's kernel does.
"""

import atexit
import contextlib
import functools
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from diagram import Talk

HERE = Path(__file__).resolve().parent
DEADLINE = 20.0  # seconds; long, because it is only reached when all is lost
WINDOWS = sys.platform == "win32"

# On Windows a program can be sent Ctrl-Break, not Ctrl-C: take it for one.
AS_CTRL_C = """import os, runpy, signal, sys
signal.signal(signal.SIGBREAK, signal.default_int_handler)
del sys.argv[0]
sys.path[0] = os.path.dirname(sys.argv[0])
runpy.run_path(sys.argv[0], run_name="__main__")"""


def until(true: Callable[[], bool], within: float = DEADLINE) -> bool:
    """Wait until `true()`, `within` seconds at most; return what it is."""
    end = time.monotonic() + within
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(true())


class Program:
    """A Python program in a process of its own; killed at the end."""

    def __init__(self, file: Path, *args: str) -> None:
        start = [sys.executable, "-u"] + ["-c", AS_CTRL_C] * WINDOWS
        # What it says on stderr; __exit__ closes it.
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115
        self.printed: list[str] = []  # the lines on its stdout, so far
        self.process = subprocess.Popen(
            [*start, str(file), *args],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
            # A group of its own: what interrupts the notebook spares it.
            start_new_session=not WINDOWS,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        atexit.register(self.process.kill)
        # On Windows too; and a \r inside a line is a character like others.
        self.process.stdin.reconfigure(newline="\n")
        self.process.stdout.reconfigure(newline="\n")
        self.reader = threading.Thread(target=self.reader_thread)
        self.reader.daemon = True  # a net: a kernel may always end
        self.reader.start()

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdin.close()
        self.process.stdout.close()
        self.errors.close()
        atexit.unregister(self.process.kill)

    def reader_thread(self) -> None:
        """Keep what it prints; the end of the program ends the thread."""
        for line in self.process.stdout:
            self.printed.append(line.removesuffix("\n").removesuffix("\r"))

    def types(self, line: str) -> None:
        """Type a line and press Enter."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def shows(self, line: str, within: float = DEADLINE) -> bool:
        """Wait for `line` on the program's screen; say whether it came."""
        reading = self.reader.is_alive
        until(lambda: line in self.printed or not reading(), within)
        return line in self.printed

    def running(self) -> bool:
        """Is it still at work?"""
        return self.process.poll() is None

    def ends(self, within: float = DEADLINE) -> bool:
        """Wait for its end; say whether it came."""
        return until(lambda: not self.running(), within)

    def code(self) -> int | None:
        """Its exit code; None while it is at work."""
        return self.process.poll()

    def cpu(self) -> float:
        """The seconds that it has kept a processor core busy."""
        import psutil  # here, so that a check-up can say that it is missing

        times = psutil.Process(self.process.pid).cpu_times()
        return times.user + times.system

    def threads(self) -> int:
        """How many threads it has now."""
        import psutil  # as in `cpu`

        return psutil.Process(self.process.pid).num_threads()

    def ctrl_c(self) -> None:
        """Press Ctrl-C in its terminal (as good as: on Windows, not run)."""
        ctrl_c = signal.CTRL_BREAK_EVENT if WINDOWS else signal.SIGINT
        self.process.send_signal(ctrl_c)

    def ctrl_d(self) -> None:
        """End its input, as Ctrl-D does (on Windows Ctrl-Z and Enter)."""
        self.process.stdin.close()

    def last_words(self) -> str:
        """The last line on standard error, without the number in it."""
        self.errors.seek(0)
        lines = self.errors.read().decode("utf-8", "replace").splitlines()
        kind, _, words = (lines or [""])[-1].partition(": ")
        return f"{kind}: {words.rpartition('] ')[2]}" if words else kind


class Server(Program):
    """A chat server, and everything that is said to it and by it."""

    def __init__(self, file: Path, *args: str, ending: bytes) -> None:
        super().__init__(file, *args)
        self.ending = ending  # what follows each message
        self.people: list[Person] = []
        self.talk = Talk()
        until(lambda: self.listening() or not self.running())
        self.port = int(self.listening().rpartition(":")[2] or 0)

    def __exit__(self, *exc_info: object) -> None:
        super().__exit__()
        for person in self.people:
            person.vanish()

    def listening(self) -> str:
        """The line that says where it listens; "" if it has not come."""
        lines = (line for line in self.printed if "Listening on " in line)
        return next(lines, "")

    def join(self, *names: str) -> list["Person"]:
        """Connect people, one after the other; each has heard the greeting."""
        new = [Person(name, self) for name in names]
        self.people += new
        return new


class Person:
    """Someone at a bare socket, who notes what passes over the wire."""

    def __init__(self, name: str, server: Server) -> None:
        self.name, self.talk, self.ending = name, server.talk, server.ending
        self.conn = socket.create_connection(("127.0.0.1", server.port))
        self.rest = b""  # came, and is not a whole message yet
        self.letters = 0  # how many x came, see `hears_all`
        self.talk.note(name, "server", "connects")
        self.greeting = self.hear()

    def say(self, text: str) -> None:
        """Send `text` as one message."""
        self.send(text.encode() + self.ending)

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.talk.note(self.name, "server", data)
        self.conn.sendall(data)

    def waits_for(self, size: int) -> None:
        """Wait until `size` bytes have come, and do not read them yet."""
        wait_for(self.conn, size)

    def hear(self, within: float = DEADLINE) -> str | None:
        """Return the next message: one line or, without endings, one recv.

        "" at the end of the stream; None if it fell silent first.
        """
        self.conn.settimeout(within)
        data = self.rest
        try:
            while not data or self.ending not in data:
                more = self.conn.recv(1024)
                data += more
                if not more:
                    break
        except TimeoutError:
            return None
        size = data.find(self.ending) + 1 if self.ending else len(data)
        data, self.rest = data[:size], data[size:]
        self.talk.note("server", self.name, data or "end of the stream")
        return data.removesuffix(self.ending).decode()

    def hears(self, words: str, within: float = DEADLINE) -> bool:
        """Read until `words` have come, wherever; False if it falls silent."""
        heard = ""
        while words not in heard:
            more = self.hear(within)
            if not more:
                return False
            heard += more
        return True

    def hears_all(self, letters: int, within: float = DEADLINE) -> bool:
        """Read until so many x came in all; False if it falls silent."""
        self.conn.settimeout(within)
        try:
            while self.letters < letters:
                data = self.conn.recv(65536)
                self.letters += data.count(b"x")
                if not data:
                    return False
        except TimeoutError:
            return False
        return True

    def leave(self) -> None:
        """Say the goodbye, and wait for the end of the stream."""
        self.say("Bye!")
        while self.hear():
            pass
        self.conn.close()

    def vanish(self) -> None:
        """Close the connection without a word."""
        self.conn.close()

    def reset(self) -> None:
        """Break the connection off, as a crash or a dead battery does."""
        reset(self.conn)


def chat(kind: str, port: int = 0) -> Server:
    """Start a server: "naive", "solution", "asyncio", or "threads".

    The last is yours as soon as its blanks are filled, see `threads_from`.
    """
    if kind == "naive":
        file = HERE / "naive_chat.py"
        return Server(file, "server", str(port), ending=b"")
    folder = threads_from() if kind == "threads" else "solution"
    file = HERE.parent / folder / "server.py"
    if kind == "asyncio":
        file = HERE / "asyncio_chat.py"
    return Server(file, "--port", str(port), ending=b"\n")


def threads_from() -> str:
    """Name the folder of the server with threads: starter, or solution while
    a blank is left there. CHAT_SUBMISSION names another one, as in `check`.
    """
    folder = os.environ.get("CHAT_SUBMISSION") or "starter"
    files = [HERE.parent / folder / f for f in ("framing.py", "server.py")]
    blank = "raise NotImplementedError("
    for file in files:
        if not file.exists() or blank in file.read_text(encoding="utf-8"):
            return "solution"
    return folder


def client(at: Server | socket.socket, kind: str = "solution") -> Program:
    """Start a client, a screen and a keyboard, of a server or a listener.

    It is solution/'s, the "naive" one, or a kind of naive_client.py.
    """
    port = at.port if isinstance(at, Server) else at.getsockname()[1]
    if kind == "solution":
        file = HERE.parent / "solution" / "client.py"
        return Program(file, "--port", str(port))
    if kind == "naive":
        return Program(HERE / "naive_chat.py", "client", str(port))
    return Program(HERE / "naive_client.py", kind, str(port))


def four_ways(kind: str) -> dict[str, bool]:
    """Let a client go in each of four ways, all at once; did it end in 3 s?

    It talks to a server of the same kind.
    """
    ended = dict.fromkeys(["Bye!", "Ctrl-D", "Ctrl-C", "the server goes"])

    def go(way: str) -> None:
        with chat(kind) as server, client(server, kind) as ann:
            ann.shows("Server: you have received id 0")
            {
                "Bye!": lambda: ann.types("Bye!"),
                "Ctrl-D": ann.ctrl_d,
                "Ctrl-C": ann.ctrl_c,
                "the server goes": server.process.kill,
            }[way]()
            ended[way] = ann.ends(within=3)

    together(*[functools.partial(go, way) for way in ended])
    return ended


def screen(lines: list[str]) -> str:
    """Return what a terminal shows of these lines: it obeys three commands.

    They are a return to the first column, one row up, and erase this row.
    """
    rows, row, column = [""], 0, 0
    for piece in re.findall(r"\x1b\[1A|\x1b\[2K|.", "\n".join(lines), re.S):
        if piece == "\n":
            row, column = row + 1, 0
            rows += [""] * (row == len(rows))
        elif piece == "\r":
            column = 0
        elif piece == "\x1b[1A":
            row = max(row - 1, 0)
        elif piece == "\x1b[2K":
            rows[row] = ""
        else:
            text = rows[row].ljust(column)
            rows[row] = text[:column] + piece + text[column + 1 :]
            column += 1
    return "\n".join(rows)


def monologue(speaker: Person, listener: Person) -> int:
    """Speak until `listener` has missed words for a second.

    Return how many letters were said, 16 million at most.
    """
    said = 0
    while said < 16_000_000:
        speaker.conn.sendall(b"x" * 32_000)
        said += 32_000
        if not listener.hears_all(said, within=1):
            break
    return said


def wait_for(conn: socket.socket, size: int) -> None:
    """Wait until `size` bytes have come to `conn`, and leave them there."""
    peek = socket.MSG_PEEK
    until(lambda: len(conn.recv(size, peek)) >= size)


def receive(conn: socket.socket, size: int) -> bytes:
    """Wait until `size` bytes have come to `conn`, and return them."""
    wait_for(conn, size)
    return conn.recv(size)


def meet(barrier: threading.Barrier) -> None:
    """Wait there for the other threads; go on alone if they cannot come."""
    try:
        barrier.wait(3)
    except threading.BrokenBarrierError:
        pass


def together(*jobs: Callable[[], None]) -> list[Exception]:
    """Run each job in a thread of its own; return what they raised."""
    raised = []

    def run(job: Callable[[], None]) -> None:
        try:
            job()
        except Exception as error:
            raised.append(error)

    threads = [threading.Thread(target=run, args=[job]) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def start(job: Callable, *args: object) -> threading.Thread:
    """Run `job(*args)` in a thread of its own, and return the thread.

    A broken connection ends it, and nothing is said about that.
    """

    def run() -> None:
        with contextlib.suppress(OSError):
            job(*args)

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def ended(thread: threading.Thread, within: float = DEADLINE) -> bool:
    """Wait for the end of a thread; say whether it came."""
    thread.join(within)
    return not thread.is_alive()


def cpus() -> int:
    """How many processor cores Python counts, as a thread pool does."""
    return getattr(os, "process_cpu_count", os.cpu_count)() or 1


def pair() -> tuple[socket.socket, socket.socket]:
    """Return the two ends of one TCP connection, with a deadline each."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ann = socket.create_connection(listener.getsockname())
        bob, _ = listener.accept()
    ann.settimeout(DEADLINE)
    bob.settimeout(DEADLINE)
    return ann, bob


def connect(listener: socket.socket) -> socket.socket:
    """Return a visitor's end of a new connection to `listener`."""
    return socket.create_connection(listener.getsockname(), DEADLINE)


def hears(conn: socket.socket, within: float = DEADLINE) -> str | None:
    """Return what one recv brings, as text; None if nothing came in time."""
    conn.settimeout(within)
    try:
        return conn.recv(1024).decode()
    except TimeoutError:
        return None


def reset(conn: socket.socket) -> None:
    """Close, and break the connection off: what is under way is lost."""
    off = struct.pack("hh" if WINDOWS else "ii", 1, 0)
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, off)
    conn.close()
