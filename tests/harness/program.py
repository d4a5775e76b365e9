"""Runs a submission in a child process, within limits, and ends it.

The child has its own folder, its own session, and a connection on which it
tells what it alone can know (see `child`). Its output is drained at all
times and kept in part; its memory is watched; when it is stopped, nothing
that it started survives.
"""

import contextlib
import ctypes
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from harness.complaint import Complaint, Kind
from harness.patience import patience
from harness.reports import check
from harness.submission import Plan

try:
    import pty as _pty
    import termios
except ImportError:
    _pty = None  # Windows: pipes must do

CHILD = Path(__file__).with_name("child.py")
MEMORY_LIMIT = 512 << 20  # bytes, all processes of a program together
OUTPUT_LIMIT = 8 << 20  # bytes on standard output, and on standard error
REPORT_LIMIT = 1 << 20  # bytes of one report of the child
REPORTS_LIMIT = 16 << 20  # bytes of all that it reports
SHOWN = 65_536  # bytes of output that a story looks at
ROUNDS = 20  # times that strays are looked for
TAG = "CHAT_KIT_RUN"  # in the environment of every child


class Output:
    """What a program prints on one stream: always drained, never too much."""

    def __init__(self) -> None:
        self.changed = threading.Condition()  # guards all that follows
        self.data = bytearray()
        self.closed = False

    def drain(self, read: Callable[[], bytes], full: Callable[[], None]):
        """Read until the end; call `full` once it was too much."""
        while data := read():
            with self.changed:
                room = OUTPUT_LIMIT - len(self.data)
                self.data += data[:room]
                self.changed.notify_all()
            if len(data) > room:
                full()
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def text(self) -> str:
        """Return the last of it, as text."""
        with self.changed:
            last = bytes(self.data[-SHOWN:])
        return last.decode("utf-8", "replace").replace("\r\n", "\n")

    def find(
        self, pattern: re.Pattern[bytes], start: int, seconds: float
    ) -> re.Match[bytes] | None:
        """Wait for a match behind `start`; None if it has not come when the
        time is up, or the stream at its end."""
        end = time.monotonic() + seconds
        with self.changed:
            while True:
                # A match must not hold on to a buffer that is to grow.
                if match := pattern.search(bytes(self.data[start:])):
                    return match
                left = end - time.monotonic()
                if self.closed or left <= 0:
                    return None
                self.changed.wait(left)

    def wait_end(self, seconds: float) -> None:
        """Wait until the stream has ended, or the time is up."""
        end = time.monotonic() + seconds
        with self.changed:
            while not self.closed and time.monotonic() < end:
                self.changed.wait(end - time.monotonic())


class Control:
    """The connection over which the child reports.

    `spoilt` is called, with the reason, if that makes no sense: it may be
    the submission itself that writes to it.
    """

    def __init__(self, spoilt: Callable[[str], None]) -> None:
        self.spoilt = spoilt
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.token = secrets.token_hex(8)
        self.changed = threading.Condition()  # guards all that follows
        self.conn: socket.socket | None = None
        self.exceptions: list[dict] = []
        self.threads: list[dict] | None = None
        self.results: list[dict] = []
        self.ready = self.done = self.closed = False

    def listen(self) -> None:
        """Take what the child reports, until it ends (a thread's target)."""
        try:
            self._listen()
        except OSError:
            pass  # it has ended
        except (ValueError, RecursionError):
            self.spoilt("it wrote nonsense to its connection to the grader")
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def _listen(self) -> None:
        """Take one report after another; ValueError if it is none."""
        conn, _ = self.listener.accept()
        with conn, conn.makefile("rb") as lines:
            hello = {"kind": "hello", "token": self.token}
            if json.loads(lines.readline(REPORT_LIMIT)) != hello:
                raise ValueError("this is not our child")
            self.conn = conn
            total = 0
            while (line := lines.readline(REPORT_LIMIT)).endswith(b"\n"):
                total += len(line)
                if total > REPORTS_LIMIT:
                    break
                self.take(check(json.loads(line)))
            if line:  # and not the end, or a report that was cut by it
                most = REPORT_LIMIT if total < REPORTS_LIMIT else REPORTS_LIMIT
                if max(len(line), total) >= most:
                    self.spoilt(f"it gave back more than {most >> 20} MB")

    def take(self, message: dict) -> None:
        """Note one report."""
        with self.changed:
            kind = message["kind"]
            if kind == "exception" and len(self.exceptions) < 20:
                self.exceptions.append(message)
            elif kind == "where":
                self.threads = message["threads"]
            elif kind == "result" and len(self.results) < 100_000:
                self.results.append(message)
            elif kind == "ready":
                self.ready = True
            elif kind == "done":
                self.done = True
            self.changed.notify_all()

    def ask(self, **request) -> None:
        """Send a request to the child, if it is there."""
        if self.conn:
            with contextlib.suppress(OSError):
                self.conn.sendall(json.dumps(request).encode() + b"\n")

    def wait(self, state: Callable[[], bool], seconds: float) -> bool:
        """Wait for a state of the reports."""
        end = time.monotonic() + seconds
        with self.changed:
            while not state():
                left = end - time.monotonic()
                if left <= 0 or self.closed:
                    return state()
                self.changed.wait(left)
            return True

    def close(self) -> None:
        """Let the listening thread end."""
        self.listener.close()


class Program:
    """One child process of a submission.

    `program` is the file to run, or "" to answer calls. `terminal`: its
    standard input and output are a pseudo-terminal, where there is one.
    `jitter`: a seed, for threads that take turns all the time; 0: as usual.
    `narrow`: its connections take little that is not read at once.
    `descriptors`: how many it may have, where that can be limited.
    """

    def __init__(
        self,
        plan: Plan,
        program: str,
        *args: str,
        name: str = "",
        terminal: bool = False,
        jitter: int = 0,
        narrow: bool = False,
        descriptors: int = 0,
    ) -> None:
        self.name = name or program.removesuffix(".py") or "your code"
        self.stdout, self.stderr = Output(), Output()
        self.control = Control(self.end_by_limit)
        self.limit = ""  # which limit of the grader ended it
        self.home = Path(tempfile.mkdtemp(prefix="chat-kit-"))
        self.folder = self.home / "submission"
        spec = {
            "folder": str(self.folder),
            "program": program,
            "args": args,
            "ours": plan.ours,
            "address": self.control.listener.getsockname(),
            "token": self.control.token,
            "jitter": jitter,
            "narrow": narrow,
            "descriptors": descriptors,
            "terminal": bool(terminal and _pty),
        }
        self._lay_out(plan, spec)
        self.terminal = _Terminal() if terminal and _pty else None
        self.process = self._start()
        self._watch()

    def _lay_out(self, plan: Plan, spec: dict) -> None:
        """Write the files that may be submitted, and the spec beside them."""
        self.folder.mkdir()
        for name, data in plan.sources.items():
            (self.folder / name).write_bytes(data)
        (self.home / "spec.json").write_text(json.dumps(spec), "utf-8")

    def _start(self) -> subprocess.Popen:
        """Start the child in a session of its own."""
        apart = {"start_new_session": True}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        flags = ("-I", "-u", "-B", "-X", "utf8")
        ends = self.terminal.child_ends() if self.terminal else {}
        process = subprocess.Popen(
            [sys.executable, *flags, str(CHILD), str(self.home / "spec.json")],
            cwd=self.folder,
            env={**os.environ, TAG: str(os.getpid())},
            **{"stdin": -1, "stdout": -1, "stderr": -1, **apart, **ends},
        )
        if self.terminal:
            self.terminal.started()
        return process

    def _watch(self) -> None:
        """Drain, listen and watch, each in a thread that ends by itself."""
        out = self.process.stdout
        read = out.read1 if out else self.terminal.read
        err = self.process.stderr.read1
        self.threads = [
            threading.Thread(target=target, args=args, daemon=True)
            for target, *args in (
                (self.stdout.drain, read, self._too_much),
                (self.stderr.drain, err, self._too_much),
                (self.control.listen,),
            )
        ]
        for thread in self.threads:
            thread.start()
        watch.add(self)

    def _too_much(self) -> None:
        self.end_by_limit(f"it printed more than {OUTPUT_LIMIT >> 20} MB")

    def end_by_limit(self, limit: str) -> None:
        """Kill the program because it went past a limit."""
        self.limit = self.limit or limit
        self.kill()

    def type(self, text: str) -> None:
        """Write to its standard input, as if typed; newlines included."""
        data = text.encode()
        with contextlib.suppress(OSError):  # it has ended: others will tell
            if self.terminal:
                self.terminal.write(data)
            else:
                self.process.stdin.write(data)
                self.process.stdin.flush()

    def end_input(self) -> None:
        """End its standard input (Ctrl-D on a terminal)."""
        with contextlib.suppress(OSError):
            if self.terminal:
                self.terminal.write(b"\x04")
            else:
                self.process.stdin.close()

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        if self.terminal:
            self.terminal.write(b"\x03")
        elif sys.platform == "win32":
            self.process.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            self.process.send_signal(signal.SIGINT)

    def wait(self, seconds: float) -> int | None:
        """Return its exit code, None if it runs on after `seconds`."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def running(self) -> bool:
        """Return whether it has not ended."""
        return self.process.poll() is None

    def where(self) -> list[dict]:
        """Return where each of its threads is, [] if it does not answer."""
        self.control.threads = None
        self.control.ask(do="where")
        self.control.wait(lambda: self.control.threads is not None, 1.0)
        return self.control.threads or []

    def exceptions(self) -> list[dict]:
        """Return the exceptions that ended one of its threads."""
        with self.control.changed:
            return list(self.control.exceptions)

    def wait_for_exception(self) -> None:
        """Give an exception a moment to be reported, if there is one."""
        control = self.control
        control.wait(lambda: control.exceptions or control.closed, 0.3)

    def call(self, do: str, *args, stepwise: bool = False, **options) -> None:
        """Ask a child that answers calls for one of them."""
        self.control.ask(do=do, args=args, options=options, stepwise=stepwise)

    def ready(self) -> None:
        """Wait until a child that answers calls has loaded the files."""
        if not self.control.wait(
            lambda: self.control.ready, patience.seconds()
        ):
            raise self.no_answer("your file can be imported")

    def results(self, count: int) -> list[dict]:
        """Wait for `count` results in all; Complaint if they do not come."""
        control, seconds = self.control, patience.seconds()
        if control.wait(lambda: len(control.results) >= count, seconds):
            return control.results
        raise self.no_answer(f"an answer within {seconds:.1f} s")

    def no_answer(self, expected: str) -> Complaint:
        """Return the complaint that it did not answer."""
        if self.control.closed:
            self.wait(1.0)  # it is about to end, if it has not
        if self.running():
            patience.exhausted()
            return Complaint(Kind.SILENCE, expected, "it is still busy")
        kind = Kind.EXCEPTION if self.exceptions() else Kind.EXIT
        return Complaint(kind, expected, f"the program ended {self.code()}")

    def code(self) -> str:
        """Return its exit code as words."""
        code = self.process.poll()
        if code is not None and code < 0 and sys.platform != "win32":
            names = {one.value: one.name for one in signal.Signals}
            return f"by signal {names.get(-code, -code)}"
        return f"with exit code {code}"

    def usage(self) -> psutil.Process:
        """Return the process, to ask for its threads, files and memory."""
        return psutil.Process(self.process.pid)

    def kill(self) -> None:
        """End the process and all that it started, at once."""
        doomed = _family(self.process.pid)
        if hasattr(os, "killpg") and self.process.returncode is None:
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        for process in doomed:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self.wait(2.0)  # before others do: who waits first gets its code
        psutil.wait_procs(doomed, timeout=2)

    def stop(self) -> None:
        """End it, and clear away what it leaves."""
        watch.remove(self)
        self.kill()
        self.process.wait()
        self.control.close()
        for thread in self.threads:
            thread.join(1.0)  # they end with the process, unless it forked
        if self.terminal:
            self.terminal.close()
        shutil.rmtree(self.home, ignore_errors=True)


class _Terminal:
    """A pseudo-terminal: the grader's end of it."""

    def __init__(self) -> None:
        self.ours, self.theirs = _pty.openpty()
        settings = termios.tcgetattr(self.theirs)
        settings[3] &= ~termios.ECHO  # the story shows what is typed anyhow
        termios.tcsetattr(self.theirs, termios.TCSANOW, settings)

    def child_ends(self) -> dict:
        """Return what Popen is to connect; standard error stays a pipe."""
        return {"stdin": self.theirs, "stdout": self.theirs}

    def started(self) -> None:
        os.close(self.theirs)

    def read(self) -> bytes:
        try:
            return os.read(self.ours, 65536)
        except OSError:
            return b""  # on Linux the end of a terminal is an error

    def write(self, data: bytes) -> None:
        os.write(self.ours, data)

    def close(self) -> None:
        os.close(self.ours)


class Watch:
    """Watches the memory of all running programs, in one thread."""

    def __init__(self) -> None:
        self.lock = threading.Lock()  # guards programs
        self.programs: set[Program] = set()
        self.thread: threading.Thread | None = None

    def add(self, program: Program) -> None:
        """Watch a program from now on."""
        with self.lock:
            self.programs.add(program)
            if self.thread is None:
                self.thread = threading.Thread(target=self.run, daemon=True)
                self.thread.start()

    def remove(self, program: Program) -> None:
        """Watch it no longer."""
        with self.lock:
            self.programs.discard(program)

    def run(self) -> None:
        """Look at each program, ten times a second."""
        rounds = 0
        while True:
            time.sleep(0.1)
            rounds += 1
            with self.lock:
                programs = list(self.programs)
            for program in programs:
                # To find its children costs more: look for them less often.
                if (
                    _memory(program.process.pid, rounds % 5 == 0)
                    > MEMORY_LIMIT
                ):
                    program.end_by_limit(
                        f"it took more than {MEMORY_LIMIT >> 20} MB of memory"
                    )


watch = Watch()


def _family(pid: int) -> list[psutil.Process]:
    """Return a process and its descendants, those that still run."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(pid: int, with_children: bool) -> int:
    """Return the resident bytes of a process."""
    total = 0
    with contextlib.suppress(psutil.Error):
        family = _family(pid) if with_children else [psutil.Process(pid)]
        for process in family:
            total += process.memory_info().rss
    return total


def adopt_orphans() -> None:
    """Become the parent of what our children leave behind (Linux only).

    A program's child that started a session of its own, and whose parent
    ended, would belong to nobody; so it comes to us, to be ended.
    """
    if sys.platform == "linux":
        set_child_subreaper = 36
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def kill_strays() -> int:
    """End every process that some program left behind; return how many.

    Look again until none is left: one may start another as it ends.
    """
    count = 0
    for _ in range(ROUNDS):
        strays = _strays()
        count += len(strays)
        for process in strays:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(strays, timeout=2)
        if not strays:
            break
    return count


def _strays() -> list[psutil.Process]:
    """Return our descendants that no program owns; only call when none runs.

    Where orphans are not ours (see `adopt_orphans`), find them by the tag in
    their environment.
    """
    if sys.platform == "linux":
        return psutil.Process().children(recursive=True)
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.environ().get(TAG) == str(os.getpid()):
                found.append(process)
    return found
