"""People who talk to a program over real sockets, and the record of it.

A verb does one thing, waits for what must come of it, and raises Complaint
when that does not come. Tests are made of verbs alone.
"""

import contextlib
import errno
import re
import select
import socket
import struct
import threading
import time
from collections.abc import Callable

from harness.complaint import Complaint, Kind, quote, show
from harness.patience import patience
from harness.words import Words

FLOOD = 16 << 20  # bytes that nobody sends who is in his right mind
SILENT = 0.02  # seconds of processor time of somebody else
GREETING = "Server: you have received id "


class Record:
    """What happened, in order: steps of the test, and bytes on the wire."""

    def __init__(self) -> None:
        self.begin = time.monotonic()
        self.events: list[tuple[float, str, str]] = []

    def note(self, who: str, what: str) -> None:
        """Add one event."""
        self.events.append((time.monotonic() - self.begin, who, what))

    def wire(self, who: str, arrow: str, data: bytes) -> None:
        """Add bytes that `who` sent ("->") or got ("<-")."""
        self.note(who, f"{arrow} {show(data)}")


class Person:
    """Somebody with a raw TCP connection, who reads when asked to."""

    def __init__(self, name: str, record: Record, words: Words) -> None:
        self.name, self.record, self.words = name, record, words
        self.conn: socket.socket | None = None
        self.id = -1
        self.unread = b""

    # --- coming ---

    def connect(self, address: tuple[str, int], buffer: int = 0) -> "Person":
        """Connect. `buffer`: how many bytes the system may hold for us."""
        self.record.note(self.name, "connects")
        conn = socket.socket()
        if buffer:
            conn.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        conn.settimeout(patience.seconds())
        try:
            conn.connect(address)
        except (OSError, OverflowError) as error:  # there is no port 99999
            conn.close()
            raise Complaint(
                Kind.REFUSED, "the server takes the connection", str(error)
            ) from None
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.conn = conn
        return self

    def hears_greeting(self, id: int | None = None) -> "Person":
        """Hear the greeting, and learn the own id from it (P6)."""
        wanted = f"{GREETING}{'N' if id is None else id}"
        line = self.next_line(
            f"{self.name} hears the greeting {wanted!r}",
            None if id is None else wanted,
        )
        text = line.decode("utf-8", "replace")
        match = re.fullmatch(GREETING + "([0-9]{1,9})", text)
        if not match:
            raise self.heard_wrong(wanted, line)
        self.id = int(match[1])
        if id not in (None, self.id):
            raise self.heard_wrong(wanted, line)
        return self

    def has_no_id_above(self, most: int) -> None:
        """See that ids grow by one (P6): none went to nobody."""
        if self.id > most:
            text = f"{GREETING}{self.id}".encode()
            raise self.heard_wrong(f"{GREETING}{most}", text)

    # --- saying ---

    def says(self, text: str) -> str:
        """Send `text` as one line; return it."""
        self.sends(text.encode() + b"\n")
        return text

    def is_silent(self) -> None:
        """Say nothing, while the grader is busy with something else."""
        self.record.note(self.name, "says nothing for a while")
        before = time.thread_time()
        while time.thread_time() - before < SILENT:
            pass

    def says_all(self, texts: list[str]) -> list[str]:
        """Send many lines glued together, in one go; return them."""
        self.sends("".join(f"{text}\n" for text in texts).encode())
        return texts

    def sends(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.record.wire(self.name, "->", data)
        try:
            self.conn.sendall(data)
        except TimeoutError:
            patience.exhausted()
            raise Complaint(
                Kind.SILENCE,
                f"the server goes on reading what {self.name} sends",
                "it stopped reading",
            ) from None
        except OSError as error:
            raise self.cut_off(f"{self.name} can send", error) from None

    def drips(self, data: bytes, author: "Person", other: "Person") -> None:
        """Send byte after byte; in between `other` hears from `author`.

        So the server has its turn, and takes the byte, before the next.
        """
        for at in range(len(data) - 1):
            self.sends(data[at : at + 1])
            other.hears(f"{author.id}:{author.says(self.words.word())}")
        self.sends(data[-1:])

    def pours(self, data: bytes) -> None:
        """Send bytes that the server may refuse half way."""
        self.record.wire(self.name, "->", data)
        with contextlib.suppress(OSError):
            self.conn.sendall(data)

    def floods(self, text: str) -> None:
        """Talk without a pause from now on, until the connection ends."""
        self.record.note(self.name, "talks without a pause")
        data = f"{text}\n".encode() * 500

        def run() -> None:
            with contextlib.suppress(OSError):
                for _ in range(10_000):
                    self.conn.sendall(data)

        threading.Thread(target=run, daemon=True).start()

    def murmurs(self, text: str) -> None:
        """Say the same again and again from now on, but without haste."""
        self.record.note(self.name, "says the same again and again")
        data = f"{text}\n".encode()

        def run() -> None:
            with contextlib.suppress(OSError):
                for _ in range(1000):
                    self.conn.sendall(data)
                    time.sleep(0.02)

        threading.Thread(target=run, daemon=True).start()

    # --- hearing ---

    def hears(self, text: str) -> None:
        """Hear exactly `text` as the next line."""
        line = self.next_line(f"{self.name} hears {quote(text)}", text)
        if line != text.encode():
            raise self.heard_wrong(text, line)

    def hears_all(self, texts: list[str]) -> None:
        """Hear exactly these lines, in this order."""
        for text in texts:
            self.hears(text)

    def hears_at_last(self, text: str) -> None:
        """Hear `text`, whatever lines come before it."""
        expected = f"{self.name} hears {quote(text)} at last"
        end = time.monotonic() + patience.longest()
        while (line := self.next_line(expected, text)) != text.encode():
            if time.monotonic() > end:
                raise self.heard_wrong(text, line)

    def takes(self, size: int) -> None:
        """Read so many bytes, if they come; they are of no interest."""
        with contextlib.suppress(OSError):
            self.conn.settimeout(patience.seconds())
            while size > 0 and (data := self.conn.recv(size)):
                size -= len(data)

    def is_cut_off(self, most: int) -> None:
        """Read on, and see the server end it before `most` bytes came."""
        expected = f"{self.name}, who never read, was dropped"
        end = time.monotonic() + patience.longest()
        total = 0
        with contextlib.suppress(ConnectionError):
            while self.receive(end, expected):
                total += len(self.unread)
                self.unread = b""
        if total >= most:
            raise Complaint(
                Kind.NOT_ENDED, expected, f"{total} bytes had been kept"
            )

    def hears_lines(self, count: int) -> list[str]:
        """Hear `count` lines, whatever they are; return them."""
        return [
            self.next_line(
                f"{self.name} hears line {n + 1} of {count}"
            ).decode("utf-8", "replace")
            for n in range(count)
        ]

    def hears_the_end(self, clean: bool = False, skip: bool = False) -> None:
        """Hear the end of the stream, next; a reset will do unless `clean`.

        `skip`: lines may come before it.
        """
        expected = f"{self.name} sees the end of the stream"
        end = time.monotonic() + patience.seconds()
        try:
            while self.receive(end, expected, comes=self.has_ended):
                pass
        except ConnectionError as error:
            if clean:
                expected += ", not a reset"
                raise self.cut_off(expected, error) from None
        if self.unread and not skip:
            kind = Kind.WRONG if b"\n" in self.unread else Kind.NOT_ENDED
            got = f"first came {show(self.unread)}"
            raise Complaint(kind, expected, got)

    def has_heard_no_goodbye(self) -> None:
        """See that no goodbye was among the lines before the end."""
        if re.search(rb"(?m)^[0-9]+:Bye!\r?$", self.unread):
            expected = f"{self.name} hears no goodbye that nobody said"
            raise Complaint(Kind.WRONG, expected, show(self.unread))

    def next_line(self, expected: str, text: str | None = None) -> bytes:
        """Return the next line, without newline; Complaint if none comes."""
        began = time.monotonic()
        end = began + patience.seconds()
        want = None if text is None else text.encode() + b"\n"
        while b"\n" not in self.unread:
            try:
                more = self.receive(end, expected, want)
            except ConnectionError as error:
                raise self.cut_off(expected, error) from None
            if not more:
                raise Complaint(
                    Kind.ENDED,
                    expected,
                    "the connection was closed",
                    want,
                    self.unread or None,
                )
        patience.took(time.monotonic() - began)
        line, _, self.unread = self.unread.partition(b"\n")
        return line.removesuffix(b"\r")

    def has_mail(self, seconds: float) -> bool:
        """Wait until something has come, or the time is up."""
        return bool(select.select([self.conn], [], [], seconds)[0])

    def has_data(self, seconds: float) -> bool:
        """Wait until bytes have come, and not only the end."""
        with contextlib.suppress(OSError):
            self.conn.settimeout(seconds)
            return bool(self.conn.recv(1, socket.MSG_PEEK))
        return False

    def has_ended(self, seconds: float) -> bool:
        """Wait until the stream has ended, whatever comes before."""
        end = time.monotonic() + seconds
        with contextlib.suppress(TimeoutError):
            while (left := end - time.monotonic()) > 0:
                self.conn.settimeout(left)
                try:
                    if not self.conn.recv(65536):
                        return True
                except ConnectionError:
                    return True
        return False

    def receive(
        self,
        end: float,
        expected: str,
        want: bytes | None = None,
        comes: Callable[[float], bool] | None = None,
    ) -> bool:
        """Take what comes next; False at the end of the stream.

        `comes(seconds)` waits for what may come too late: data, usually.
        """
        waited, began = patience.seconds(), time.monotonic()
        try:
            self.conn.settimeout(max(0.001, end - began))
            _acknowledge_at_once(self.conn)
            data = self.conn.recv(65536)
        except TimeoutError:
            if late := patience.overdue(comes or self.has_data, waited):
                raise Complaint(Kind.SLOW, expected, late) from None
            raise self.silence(expected, want, waited) from None
        if time.monotonic() > end + waited or len(self.unread) > FLOOD:
            patience.exhausted()  # it talks without end
            raise self.silence(expected, want, waited)
        self.unread += data
        patience.answered(time.monotonic() - began)
        if data:
            self.record.wire(self.name, "<-", data)
        else:
            self.record.note(self.name, "<- end of the stream")
        return bool(data)

    # --- going ---

    def leaves(self) -> None:
        """Say the goodbye, and see the server close (P9)."""
        self.says("Bye!")
        self.hears_the_end(skip=True)
        self.closes()

    def closes(self) -> None:
        """Close the connection: the server sees the end of the stream."""
        self.record.note(self.name, "closes the connection")
        self.conn.close()

    def half_closes(self) -> None:
        """End the own stream, and stay to hear (`nc` does it like that)."""
        self.record.note(self.name, "ends the stream, and listens on")
        with contextlib.suppress(OSError):  # it was reset: what follows tells
            self.conn.shutdown(socket.SHUT_WR)

    def vanishes(self) -> None:
        """Reset the connection, as when a machine loses power."""
        self.record.note(self.name, "vanishes (resets the connection)")
        linger = struct.pack("ii", 1, 0)
        with contextlib.suppress(OSError):
            self.conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.conn.close()

    def close_quietly(self) -> None:
        """Close what is open, at the end of a test."""
        if self.conn:
            self.conn.close()

    # --- complaining ---

    def heard_wrong(self, text: str, line: bytes) -> Complaint:
        """Return the complaint about a line that is not the one due."""
        want, have = text.encode() + b"\n", line + b"\n"
        expected = f"{self.name} hears {quote(text)}"
        return Complaint(Kind.WRONG, expected, show(have), want, have)

    def silence(
        self, expected: str, want: bytes | None, waited: float
    ) -> Complaint:
        """Return the complaint that not all came which had to."""
        got = f"only {show(self.unread)}" if self.unread else "nothing"
        got += f" came within {waited:.1f} s"
        have = self.unread or None
        return Complaint(Kind.SILENCE, expected, got, want, have)

    def cut_off(self, expected: str, error: OSError) -> Complaint:
        """Return the complaint about a connection that broke."""
        return Complaint(Kind.RESET, expected, _reason(error))


def _acknowledge_at_once(conn: socket.socket) -> None:
    """Ask Linux not to wait 40 ms with the next acknowledgement.

    To a sender with a small buffer that is a pause after each few kilobytes.
    """
    if hasattr(socket, "TCP_QUICKACK"):
        with contextlib.suppress(OSError):
            conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


def _reason(error: OSError) -> str:
    """Return what a broken connection means, in words."""
    if error.errno in (errno.EPIPE, errno.ECONNRESET, errno.ECONNABORTED):
        return "the connection was reset"
    return str(error)


class Peer:
    """A scripted server, for the client under test: it does as told."""

    def __init__(self, record: Record, words: Words) -> None:
        self.record, self.words = record, words
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.listener.settimeout(patience.seconds())
        self.people: list[Person] = []

    @property
    def port(self) -> int:
        """Return the port to connect to."""
        return self.listener.getsockname()[1]

    def accepts(self) -> Person:
        """Take the next connection; return our end of it."""
        try:
            conn, _ = self.listener.accept()
        except TimeoutError:
            patience.exhausted()
            raise Complaint(
                Kind.SILENCE,
                f"the client connects to port {self.port}",
                "nobody came",
            ) from None
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.record.note("the client", "connects")
        person = Person("the server", self.record, self.words)
        person.conn = conn
        self.people.append(person)
        return person

    def close_quietly(self) -> None:
        """Close what is open, at the end of a test."""
        self.listener.close()
        for person in self.people:
            person.close_quietly()


def wait_for(state: Callable[[], bool]) -> bool:
    """Wait until a state holds that only asking can tell; False if not."""
    end = time.monotonic() + patience.seconds()
    while not state():
        if time.monotonic() > end:
            patience.exhausted()
            return False
        time.sleep(0.01)
    return True
