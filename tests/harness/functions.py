"""Verbs for the functions of framing.py, which run in a child process."""

import socket
import sys
from collections.abc import Callable

from harness.complaint import Complaint, Kind, quote, show
from harness.patience import patience
from harness.people import Peer, Person, Record, wait_for
from harness.program import Program
from harness.words import Words, in_two

DEEPEST = 3  # how deep lists in lists are shown


class Functions:
    """The functions of a submission, to be called one at a time."""

    def __init__(
        self, start: Callable[[], Program], record: Record, words: Words
    ) -> None:
        self.start, self.record, self.words = start, record, words
        self.program: Program | None = None
        self.threads = 0  # before the server was there
        self.heard = 0  # results that were looked at
        self.address = ("", 0)  # of the server that was opened last

    # --- Task 1 ---

    def encodes(self, text: str, *limit: int) -> None:
        """encode_line(text) is the text's UTF-8 and a newline."""
        call = f"encode_line({quote(text)}{''.join(f', {n}' for n in limit)})"
        result = self._ask(call, "encode", text, *limit)
        wanted = text.encode() + b"\n"
        self._returns(call, result, "bytes", wanted)

    def refuses(self, text: str, *limit: int) -> None:
        """encode_line(text) raises ValueError."""
        call = f"encode_line({quote(text)}{''.join(f', {n}' for n in limit)})"
        result = self._ask(call, "encode", text, *limit)
        if "ValueError" not in result.get("raised", []):
            raise self._complain(f"{call} raises ValueError", result)

    # --- Task 2 ---

    def feeds(self, *steps: tuple[bytes, list[str]], limit: int | None = None):
        """Feed one LineBuffer chunk after chunk; each gives these lines."""
        self.feeds_apart(*(("", *step) for step in steps), limit=limit)

    def feeds_apart(
        self, *steps: tuple[str, bytes, list[str]], limit: int | None = None
    ) -> None:
        """Feed several LineBuffers: (name, chunk, lines that it gives)."""
        options = {} if limit is None else {"limit": limit}
        feeds = [(name, data.hex()) for name, data, _ in steps]
        self._call("feed", *feeds, **options)
        for name, data, lines in steps:
            call = f"{name}feed({show(data, 40)})"
            result = self._result(call)
            self._returns(call, result, "list", lines)
        self._still_gives([lines for *_, lines in steps])

    def _still_gives(self, lists: list[list[str]]) -> None:
        """See that the lists of earlier calls are what they were."""
        result = self.program.results(self.heard + 1)[self.heard]
        self.heard += 1
        if not _is(result.get("value"), lists):
            step = "the lists that feed gave before"
            self.record.note("", step)
            self.record.note("", "   " + _outcome(result))
            raise self._complain(f"{step} stay as they were", result)

    def overflows(self, *chunks: bytes, lines: list[str], **options) -> None:
        """Feed chunks; the last one raises LineTooLong with these lines."""
        self._call("feed", *(("", data.hex()) for data in chunks), **options)
        buffer = f"LineBuffer({options['limit']})." if options else ""
        for data in chunks[:-1]:
            call = f"{buffer}feed({show(data, 40)})"
            self._returns(call, self._result(call), "list", [])
        call = f"{buffer}feed({show(chunks[-1], 40)})"
        self._raises_too_long(call, self._result(call), lines)

    def gives_up_early(self, size: int, times: int) -> None:
        """Feed `times` chunks without a newline: the first is too much."""
        call = f"feed({size} bytes without a newline)"
        result = self._ask(call, "flood", size, times)
        self._raises_too_long(call, result, [])
        fed = result.get("fed", times)
        if fed > 1:
            raise Complaint(
                Kind.VALUE,
                f"{call} raises LineTooLong at once",
                f"it went on until {fed * size} bytes",
            )

    def _raises_too_long(self, call: str, result: dict, lines: list[str]):
        expected = f"{call} raises LineTooLong"
        if "LineTooLong" not in result.get("raised", []):
            raise self._complain(expected, result)
        if not _is(result["lines"], lines):
            raise Complaint(
                Kind.VALUE,
                f"{expected}, whose lines are {_tell(lines)}",
                f"its lines are {_render(result['lines'])}",
            )

    # --- Task 3 ---

    def reads_from(self, peer: Peer, **options: int) -> Person:
        """Begin read_lines on a new connection; return our end of it."""
        limit = "".join(f", {name}={n}" for name, n in options.items())
        self.record.note("", f"read_lines(conn{limit}), a new connection")
        self._call("lines", peer.port, **options)
        return peer.accepts()

    def yields_piecewise(self, sender: Person, text: str) -> None:
        """Send `text` in two pieces, the first one all alone; see it yield.

        The cut is in the middle of a letter. The second piece is sent once
        the child has taken the first, and waits again (so it has gone to
        sleep once more).
        """
        first, second = in_two(text)
        process = self.program.usage()
        before = process.num_ctx_switches().voluntary
        sender.sends(first)
        wait_for(lambda: process.num_ctx_switches().voluntary > before)
        sender.sends(second + b"\n")
        self.yields(text)

    def yields(self, text: str) -> None:
        """See read_lines yield `text` next."""
        expected = f"read_lines yields {quote(text)}"
        self._returns(expected, self._result(expected), "str", text)

    def yields_all(self, texts: list[str]) -> None:
        """See read_lines yield these lines next."""
        for text in texts:
            self.yields(text)

    def stops(self) -> None:
        """See read_lines come to its end."""
        expected = "read_lines ends"
        result = self._result(expected)
        if not result.get("end"):
            raise self._complain(expected, result)
        self._leaves_it("open")

    def gives_up(self) -> None:
        """See read_lines raise LineTooLong."""
        expected = "read_lines raises LineTooLong"
        result = self._result(expected)
        if "LineTooLong" not in result.get("raised", []):
            raise self._complain(expected, result)
        self._leaves_it("open", "with a timeout")

    def _leaves_it(self, *states: str) -> None:
        """See that the connection is left in one of these states."""
        result = self.program.results(self.heard + 1)[self.heard]
        self.heard += 1
        if not any(_is(result.get("value"), state) for state in states):
            raise Complaint(
                Kind.LEFT_BEHIND,
                "read_lines leaves the connection open, and as it was",
                _outcome(result).replace("it gave", "it left it"),
            )

    # --- Tasks 4 to 9: a server in the child, seen from inside ---

    def opens_server(self, **options: str | int) -> tuple[str, int]:
        """Enter `with ChatServer(...)`; return its address."""
        if self.program is None:
            self._begin()
        self.threads = self.program.usage().num_threads()
        options["stretch"] = patience.factor
        self._call("server", stepwise=True, **options)
        step = "with ChatServer(host, 0) as server"
        result = self._result(step)
        if len(result.get("address", [])) != 2:
            raise self._complain(step, result)
        return tuple(result["address"])

    def opens_server_of_ours(self, **options: str | int) -> bool:
        """The same in a child of its own, if the parts are the starter's.

        It is at `address` then; False if a look inside would mean nothing.
        """
        self._begin()
        self.heard = 0
        if self.program.has_our_parts:
            self.address = self.opens_server(**options)
        return self.program.has_our_parts

    def other_host(self) -> str:
        """Return an address of this machine: not 127.0.0.1 if there is one."""
        try:
            socket.create_server(("127.0.0.2", 0)).close()
        except OSError:  # macOS has it only if somebody has set it up
            return "127.0.0.1"
        return "127.0.0.2"

    def roster_is(self, *people: Person) -> None:
        """See that these are on the roster, and nobody else."""
        step = "on the roster"
        count = self._count(f"{step}: {len(people)}")
        if count != str(len(people)):
            raise Complaint(
                Kind.LEFT_BEHIND,
                f"{step}: {len(people)}",
                f"{step}: {count}",
            )

    def has_started(self, threads: int) -> None:
        """See that the server has started so many threads so far."""
        step = "threads that the server has started"
        count = self._count(f"{step}: {threads}")
        if count != str(threads):
            raise Complaint(
                Kind.LEFT_BEHIND, f"{step}: {threads}", f"{step}: {count}"
            )

    def _count(self, step: str) -> str:
        """Let the server's call go on; return the number that it gives."""
        self._call("next")
        result = self._result(step)
        return result["value"]["data"] if "value" in result else "?"

    def closes_server(self) -> None:
        """Leave the `with`; no thread may be left.

        The child names them; how many there are the system knows better.
        """
        self._call("next")
        step = "leaving the with ends every thread"
        result = self._result(step, patience.longest())
        if "left" not in result:
            raise self._complain(step, result)
        left = ", ".join(result["left"])
        if left or not self._threads_are_back():
            raise Complaint(
                Kind.LEFT_BEHIND,
                "after close() each thread has ended",
                f"still running: {left or 'a thread without a name'}",
            )

    def threads_now(self) -> int:
        """Return how many threads there are."""
        return self.program.usage().num_threads()

    def go_back_to(self, threads: int) -> None:
        """See that there are no more than so many threads."""
        if not wait_for(lambda: self.threads_now() <= threads):
            raise Complaint(
                Kind.LEFT_BEHIND,
                f"{threads} threads, as before",
                f"{self.threads_now()} threads",
            )

    def _threads_are_back(self) -> bool:
        """Return whether there are as many threads as before."""
        if sys.platform == "win32":
            return True  # there the system starts threads of its own
        process = self.program.usage()
        return wait_for(lambda: process.num_threads() <= self.threads)

    # --- asking the child ---

    def _call(self, do: str, *args, **options) -> None:
        if self.program is None:
            self._begin()
        self.program.call(do, *args, **options)

    def _begin(self) -> None:
        self.program = self.start()
        self.program.ready()

    def _ask(self, step: str, do: str, *args, **options) -> dict:
        self._call(do, *args, **options)
        return self._result(step)

    def _result(self, step: str, seconds: float | None = None) -> dict:
        """Return the next result, and note the step that it belongs to."""
        self.record.note("", step)
        result = self.program.results(self.heard + 1, seconds)[self.heard]
        self.heard += 1
        self.record.note("", "   " + _outcome(result))
        return result

    def _returns(self, call: str, result: dict, kind: str, wanted) -> None:
        """Complain unless a result is exactly `wanted`, type and all."""
        if _is(result.get("value"), wanted):
            return
        verb = "" if kind == "str" else f" returns {_tell(wanted)}"
        complaint = self._complain(call + verb, result)
        value = result.get("value", {})
        if value.get("type") == kind != "list" and value["data"] is not None:
            complaint.want = _bytes(wanted)
            complaint.have = bytes.fromhex(value["data"])
        raise complaint

    def _complain(self, expected: str, result: dict) -> Complaint:
        if "raised" in result:
            name, places = result["raised"][0], result["places"]
            self.program.control.exceptions.append(
                {
                    "type": name,
                    "text": result["text"],
                    "thread": "",
                    "places": places,
                }
            )
            return Complaint(Kind.EXCEPTION, expected, f"it raised {name}")
        if result.get("end"):
            return Complaint(Kind.ENDED, expected, "it ended")
        return Complaint(Kind.VALUE, expected, _outcome(result))


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode()


def _is(value: dict | None, wanted: object) -> bool:
    """Return whether a value from the child is `wanted`, type and all."""
    if value is None or value["type"] != type(wanted).__name__:
        return False
    if value["data"] is None:
        return False  # it is of a type that has that name only
    if isinstance(wanted, list):
        return len(value["data"]) == len(wanted) and all(
            map(_is, value["data"], wanted)
        )
    return value["data"] == _bytes(wanted).hex()


def _tell(wanted: object) -> str:
    """Return a wanted value as a student would write it, cut if long."""
    if isinstance(wanted, bytes):
        return show(wanted)
    if isinstance(wanted, str):
        return quote(wanted)
    return f"[{', '.join(map(_tell, wanted))}]"


def _render(value: dict, depth: int = 0) -> str:
    """Return a value from the child as a student would write it."""
    kind, data = value["type"], value["data"]
    if data is None:
        return "None" if kind == "NoneType" else f"a {kind} of your own"
    if kind == "bytes":
        return show(bytes.fromhex(data))
    if kind == "str":
        return quote(bytes.fromhex(data).decode("utf-8", "replace"))
    if kind in ("list", "tuple") and depth < DEEPEST:
        shown = [_render(item, depth + 1) for item in data[:6]]
        more = ", …" if len(data) > len(shown) else ""
        marks = "[]" if kind == "list" else "()"
        return f"{marks[0]}{', '.join(shown)}{more}{marks[1]}"
    return data if isinstance(data, str) else f"a {kind}"


def _outcome(result: dict) -> str:
    """Return what a call came to, in words."""
    if "raised" in result:
        return f"it raised {result['raised'][0]}"
    if "value" in result:
        return f"it gave {_render(result['value'])}"
    if result.get("end"):
        return "ended"
    return "done" if "fed" not in result else f"took {result['fed']} chunks"
