"""The two programs under test: a server with its people, and a client."""

import contextlib
import itertools
import re
import socket
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

import psutil
import pytest

from harness.complaint import Complaint, Kind, quote, show
from harness.patience import patience
from harness.people import Peer, Person, Record, wait_for
from harness.program import Program
from harness.words import Words

LISTENING = re.compile(rb"Listening on \S+:(\d{1,5})\s")
HOST = "127.0.0.1"  # where it must listen, whatever it prints
SPARE_DESCRIPTORS = 3  # what a log or a lazy import may open meanwhile
MOMENT = 0.05  # seconds; a tenth of what a client waits for last words


class Usage(NamedTuple):
    """What a process holds."""

    threads: int
    descriptors: int
    memory: int  # bytes, resident


class Chat:
    """A server under test, started when the first person comes.

    `start(*args)` starts the program. With `attached` there is nothing to
    start: somebody runs it, under a debugger perhaps.
    """

    def __init__(
        self,
        start: Callable[..., Program],
        record: Record,
        words: Words,
        attached: tuple[str, int] | None = None,
    ) -> None:
        self.start, self.record, self.words = start, record, words
        self.descriptors = 0  # how many the server may have; 0: no limit
        # Bytes that no connection takes when nobody reads (see `narrow`).
        self.plenty = 6_400_000 if attached else 400_000
        self.attached = attached
        self.known_address = attached
        self.program: Program | None = None
        self.people: list[Person] = []

    # --- the server ---

    @property
    def server(self) -> Program:
        """Return the program; one that is attached is not ours to handle."""
        if self.attached:
            pytest.skip("not tried")
        return self.program

    @property
    def address(self) -> tuple[str, int]:
        """Return where the server listens; start it if need be."""
        if self.known_address is None:
            self.known_address = self.starts()
        return self.known_address

    def starts(self, port: int = 0) -> tuple[str, int]:
        """Start the server, and wait until it says where it listens."""
        self.program = self.start("--port", str(port))
        self.record.note("server", f"starts: python server.py --port {port}")
        seconds, began = patience.seconds(), time.monotonic()
        out, runs = self.server.stdout, self.server.running
        if match := out.find(LISTENING, 0, seconds, runs):
            patience.took(time.monotonic() - began)
            return HOST, int(match[1])
        expected = "the server prints `Listening on HOST:PORT`"
        comes = partial(self.server.stdout.find, LISTENING, 0)
        kind, got = _no_such_line(self.server, seconds, comes)
        raise Complaint(kind or Kind.NOT_READY, expected, got)

    def is_interrupted(self) -> None:
        """Press Ctrl-C at the server."""
        self.record.note("server", "Ctrl-C")
        self.server.interrupt()

    def exits_cleanly(self) -> None:
        """See the server end with exit code 0 and without a traceback."""
        _exits(self.server, "the server", 0, self.record)
        _no_traceback(self.server, "the server")

    def starts_again(self) -> None:
        """Start a server on the same port (P12)."""
        self.known_address = self.starts(self.address[1])

    def listens_no_more(self) -> None:
        """See that nobody takes a connection at the address."""
        self.record.note("dave", "tries to connect")
        try:
            socket.create_connection(self.address, timeout=1).close()
        except OSError:
            return
        raise Complaint(
            Kind.LEFT_BEHIND,
            "nobody listens at the port any more",
            "it still takes connections",
        )

    def has_the_port_alone(self) -> None:
        """See that no second server can listen at the same port (P1)."""
        port = self.address[1]
        self.record.note("another", f"starts: python server.py --port {port}")
        other = self.start("--port", str(port))
        seconds = patience.longest()
        if other.wait(seconds) is None:
            raise Complaint(
                Kind.NO_EXIT,
                "a second server at the same port ends",
                f"it still runs after {seconds:.1f} s",
            )

    def listens_only_on(self, host: str) -> None:
        """See that each listening socket of the server has this address."""
        listening = {
            conn.laddr.ip
            for conn in _connections(self.server.usage())
            if conn.status == psutil.CONN_LISTEN
        }
        if listening - {host}:
            raise Complaint(
                Kind.VALUE,
                f"the server listens on {host} and nowhere else",
                "it listens on " + ", ".join(sorted(listening)),
            )

    # --- people ---

    def person(self, name: str, buffer: int = 0) -> Person:
        """Return somebody who has connected, and heard nothing yet."""
        person = Person(name, self.record, self.words)
        self.people.append(person)
        return person.connect(self.address, buffer)

    def joins(self, name: str, id: int | None = None) -> Person:
        """Return somebody who has heard the greeting, with this id.

        A server that is attached may have given ids away before.
        """
        return self.person(name).hears_greeting(None if self.attached else id)

    def join(self, *names: str) -> list[Person]:
        """Return people who have joined one after another."""
        return [self.joins(name) for name in names]

    def crowd(self, count: int) -> list[Person]:
        """Return many people: all connect first, then all hear greetings."""
        people = [self.person(f"guest{n}") for n in range(count)]
        return [person.hears_greeting() for person in people]

    def one_by_one(
        self, people: list[Person], expected: str
    ) -> Iterator[Person]:
        """Yield one after the other; Complaint if all that takes too long.

        Each wait for itself may be in time, and yet they add up.
        """
        end = time.monotonic() + patience.longest()
        for number, person in enumerate(people, 1):
            yield person
            if time.monotonic() > end:
                patience.exhausted()
                got = f"it took too long, and only {number} have gone"
                raise Complaint(Kind.SILENCE, expected, got)

    def talk(self, talkers: list[Person], turns: int) -> dict:
        """Let all talk in turn; return who said what, by id."""
        said: dict[int, list[str]] = {talker.id: [] for talker in talkers}
        for _ in range(turns):
            for talker in talkers:
                said[talker.id].append(talker.says(self.words.word()))
        return said

    def talk_until_heard(self, talkers: list[Person], by: Person) -> None:
        """Let all talk in turn until the first byte reaches somebody."""
        end = time.monotonic() + patience.seconds()
        while not by.has_mail(0.0005) and time.monotonic() < end:
            self.talk(talkers, turns=1)

    def bustle(self, talkers: list[Person], turns: int) -> dict:
        """The same, while at each turn a guest comes and goes."""
        said: dict[int, list[str]] = {talker.id: [] for talker in talkers}
        for turn in range(turns):
            guest = self.person(f"guest {turn}")
            for id, texts in self.talk(talkers, 1).items():
                said[id] += texts
            guest.vanishes()
        return said

    def hear_one_order(
        self, people: list[Person], said: dict[int, list[str]]
    ) -> None:
        """See that all hear what the others said, in one order (P7, P8)."""
        heard = {}
        for person in people:
            lines = [
                f"{id}:{text}"
                for id, texts in said.items()
                for text in texts
                if id != person.id
            ]
            heard[person.id] = person.hears_lines(len(lines))
            if sorted(heard[person.id]) != sorted(lines):
                mine = said.get(person.id, [])
                own = [f"{person.id}:{text}" for text in mine]
                raise Complaint(
                    Kind.WRONG,
                    f"{person.name} hears each line of the others once",
                    _first_stranger(heard[person.id], lines, own),
                )
        for id, texts in said.items():
            for person in people:
                own = [t for t in heard[person.id] if t.startswith(f"{id}:")]
                if person.id != id and own != [f"{id}:{t}" for t in texts]:
                    raise Complaint(
                        Kind.WRONG,
                        f"{person.name} hears the lines of {id} in order",
                        "they came in another order",
                    )
        for one, other in itertools.pairwise(people):
            mine, theirs = (
                [t for t in heard[a.id] if not t.startswith(f"{b.id}:")]
                for a, b in ((one, other), (other, one))
            )
            if mine != theirs:
                raise Complaint(
                    Kind.WRONG,
                    f"{one.name} and {other.name} hear one order",
                    "each of them heard another one",
                )

    def staller(self, name: str) -> Person:
        """Return somebody who has joined, and who will not read."""
        return self.person(name, buffer=4096).hears_greeting()

    def close(self) -> None:
        """Send everybody home, at the end of a test."""
        for person in self.people:
            person.close_quietly()

    # --- what the server holds ---

    def usage(self) -> Usage:
        """Return what the server holds now."""
        return _usage(self.server.usage())

    def usage_beside(self, one: Person, other: Person) -> Usage:
        """Return what it holds once both have spoken and were heard.

        Before that a thread of theirs may be yet to come.
        """
        for author, listener in ((one, other), (other, one)):
            text = author.says(self.words.word())
            listener.hears(f"{author.id}:{text}")
        return self.usage()

    def has_no_descriptor_left(self) -> None:
        """Wait until the server has used up its descriptors."""
        if hasattr(psutil.Process, "num_fds"):  # elsewhere no limit
            wait_for(lambda: self.usage().descriptors >= self.descriptors)
        self.record.note("server", "has no descriptor left")

    def notices(self, before: Usage) -> None:
        """Wait until it holds less than before: it knows that one has gone.

        A send to somebody who has vanished would take the error away that
        waits for who listens to him.
        """

        def less() -> bool:
            now = self.usage()
            fewer = now.threads < before.threads
            return fewer or now.descriptors < before.descriptors

        wait_for(less)

    def goes_back_to(self, before: Usage) -> None:
        """See that threads and descriptors are no more than `before`."""
        wanted = before.descriptors + SPARE_DESCRIPTORS

        def back() -> bool:
            now = self.usage()
            return now.threads <= before.threads and now.descriptors <= wanted

        if wait_for(back):
            return
        now = self.usage()
        raise Complaint(
            Kind.LEFT_BEHIND,
            f"{before.threads} threads and about {before.descriptors} open "
            "files, as before",
            f"{now.threads} threads and {now.descriptors} open files",
        )

    def grows_less_than(self, before: Usage, size: int) -> None:
        """See that the memory has grown by less than `size` bytes."""
        grown = self.usage().memory - before.memory
        if grown >= size:
            raise Complaint(
                Kind.LEFT_BEHIND,
                f"the server's memory grows by less than {size >> 20} MB",
                f"it grew by {grown >> 20} MB",
            )

    def has_raised_nothing(self) -> None:
        """See that no exception has ended a thread of the server."""
        if raised := self.server.exceptions():
            raise Complaint(
                Kind.EXCEPTION,
                "no thread of the server ends by an exception",
                raised[0]["type"],
            )

    def is_idle(self) -> None:
        """See that the server uses next to no processor time.

        The grader burns some itself; a thread that spins gets about as much
        in the meantime, on a busy machine as on one at rest.
        """
        process = self.server.usage()
        before, mine = _cpu(process), time.thread_time()
        while time.thread_time() - mine < 0.1:
            pass
        used = _cpu(process) - before
        if used > 0.05:
            raise Complaint(
                Kind.LEFT_BEHIND,
                "the server is at rest, since nobody says anything",
                "one of its threads goes round and round, and keeps a "
                "processor busy",
            )


class Client:
    """The client under test, at its pipes or its terminal."""

    def __init__(
        self, start: Callable[..., Program], record: Record, name: str
    ) -> None:
        self.start, self.record, self.name = start, record, name
        self.program: Program | None = None
        self.seen = 0  # bytes of its output that were asked for already
        self.told = 0  # and of what it said on standard error

    def comes_to(self, peer: Peer, terminal: bool = False) -> Person:
        """Start it, and return the server's end of the connection."""
        self.starts(peer.port, terminal)
        try:
            return peer.accepts()
        except Complaint as complaint:
            if self.program.running():
                raise
            got = f"the program ended {self.program.code()}"
            raise Complaint(Kind.NOT_READY, complaint.expected, got) from None

    def starts(
        self, port: int, terminal: bool = False, host: str = HOST
    ) -> None:
        """Start it, with or without somebody to connect to."""
        where = "" if host == HOST else f" --host {host}"
        where += ", at a terminal" if terminal else ""
        self.record.note(self.name, f"starts: python client.py{where}")
        address = ("--host", host, "--port", str(port))
        self.program = self.start(*address, terminal=terminal)

    def types(self, text: str) -> str:
        """Type a line, and press Enter; return it."""
        self.record.note("the user", f"types {quote(text)}")
        self.program.type(text + "\n")
        return text

    def types_without_enter(self, text: str) -> None:
        """Type the beginning of a line."""
        self.record.note("the user", f"types {quote(text)}, no Enter")
        self.program.type(text)

    def input_ends(self) -> None:
        """End the input (Ctrl-D, or the end of a file)."""
        self.record.note(self.name, "the input ends")
        self.program.end_input()

    def is_not_hurried(self) -> None:
        """Give it a moment to end, if it is in a hurry to do so: whoever
        does not wait for the server's last words must not be lucky."""
        self.program.wait(MOMENT)

    def is_interrupted(self) -> None:
        """Press Ctrl-C at the client."""
        self.record.note(self.name, "Ctrl-C")
        self.program.interrupt()

    def prints(self, text: str) -> None:
        """See it print `text`, at the end of a line of standard output."""
        out, seconds = self.program.stdout, patience.seconds()
        began, runs = time.monotonic(), self.program.running
        wanted = re.compile(re.escape(text.encode()) + rb"\r?\n")
        if match := out.find(wanted, self.seen, seconds, runs):
            patience.took(time.monotonic() - began)
            self.seen += match.end()
            self.record.note(self.name, f"prints {quote(text)}")
            return
        expected = f"{self.name} prints {quote(text)}"
        comes = partial(out.find, wanted, self.seen)
        kind, got = _no_such_line(self.program, seconds, comes)
        raise Complaint(
            kind or Kind.NOT_PRINTED,
            expected,
            got,
            text.encode() + b"\n",
            bytes(out.data[self.seen :]) or None,
        )

    def has_not_printed(self, text: str, why: str) -> None:
        """See that `text` is nowhere in its output so far."""
        if text.encode() in bytes(self.program.stdout.data):
            raise Complaint(
                Kind.PRINTED, why, f"it printed {show(text.encode())}"
            )

    def has_printed_once(self, text: str) -> None:
        """See that `text` is in its output once, and not more often."""
        count = bytes(self.program.stdout.data).count(text.encode())
        if count > 1:
            raise Complaint(
                Kind.PRINTED,
                f"{self.name} prints {quote(text)} once",
                f"it printed it {count} times",
            )

    def complains(self) -> None:
        """See it say something on standard error."""
        some_line = re.compile(rb"\S.*\n")
        errors, seconds = self.program.stderr, patience.seconds()
        runs = self.program.running
        if match := errors.find(some_line, self.told, seconds, runs):
            self.told += match.end()
        else:
            patience.exhausted()
            raise Complaint(
                Kind.NOT_PRINTED,
                f"{self.name} says on standard error what is wrong",
                "nothing is there",
            )

    def exits(self, code: int | None = None) -> None:
        """See it end, with this exit code if one is given."""
        _exits(self.program, self.name, code, self.record)
        _no_traceback(self.program, self.name)


def _first_stranger(
    heard: list[str], wanted: list[str], own: list[str]
) -> str:
    """Return what is the matter with a list of lines, in words."""
    for line in heard:
        if line in own:
            return f"{quote(line)} came, the own line"
        if line not in wanted:
            return f"{quote(line)} came, which nobody said"
        if heard.count(line) > wanted.count(line):
            return f"{quote(line)} came {heard.count(line)} times"
    missing = next(line for line in wanted if line not in heard)
    return f"{quote(missing)} did not come"


def _no_such_line(
    program: Program, seconds: float, comes: Callable[[float], object]
) -> tuple[Kind | None, str]:
    """Return why a line was not printed: it ended, or it was too slow."""
    # Its output has ended before its exit code is there; or never does, if
    # a child of its own holds on to it.
    closed = program.stdout.closed
    if program.wait(1.0 if closed else 0) is not None:
        return None, f"the program ended {program.code()}"
    if closed:
        return None, "it closed its standard output"
    if late := patience.overdue(comes, seconds):
        return Kind.SLOW, late
    return None, f"no such line within {seconds:.1f} s"


def _exits(
    program: Program, who: str, code: int | None, record: Record
) -> None:
    expected = f"{who} ends"
    expected += "" if code is None else f" with exit code {code}"
    seconds = patience.longest()  # a polite goodbye may take a second
    got = program.wait(seconds)
    if got is None:

        def ends(seconds: float) -> bool:
            return program.wait(seconds) is not None

        if late := patience.overdue(ends, seconds):
            late = late.replace("it came", "it ended")
            raise Complaint(Kind.SLOW, expected, late)
        raise Complaint(
            Kind.NO_EXIT, expected, f"it still runs after {seconds:.1f} s"
        )
    record.note(who, f"ends {program.code()}")
    if program.limit:
        raise Complaint(Kind.EXIT, expected, "the grader had to end it")
    if code is not None and got != code:
        raise Complaint(Kind.EXIT, expected, f"it ended {program.code()}")


def _no_traceback(program: Program, who: str) -> None:
    # The last report and the last output may still be on their way.
    program.control.wait(lambda: program.control.closed, 1.0)
    for output in (program.stdout, program.stderr):
        output.wait_end(1.0)
    texts = program.stdout.text() + program.stderr.text()
    raised = program.exceptions()
    if raised or "Traceback (most recent" in texts:
        name = raised[0]["type"] if raised else "one among its output"
        raise Complaint(
            Kind.EXCEPTION, f"{who} ends without a traceback", name
        )


def _usage(process: psutil.Process) -> Usage:
    count = getattr(process, "num_fds", None) or process.num_handles
    with contextlib.suppress(psutil.Error):
        memory = process.memory_info().rss
        return Usage(process.num_threads(), count(), memory)
    return Usage(0, 0, 0)


def _cpu(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.Error):
        times = process.cpu_times()
        return times.user + times.system
    return 0.0


def _connections(process: psutil.Process) -> list:
    ask = getattr(process, "net_connections", None) or process.connections
    return ask(kind="tcp")
