"""Runs a submission in a child process, within limits, and ends it.

The child tells over its own connection what it alone can know (see `child`).
Its output is drained at all times; its memory is watched; when it is
stopped, nothing that it started survives.
"""

import contextlib
import signal
import subprocess
import sys
import threading
import time

import psutil

from harness.complaint import Complaint, Kind
from harness.compose import compile_all
from harness.limits import watch
from harness.output import FLOOD, Output
from harness.patience import patience
from harness.process import Child, spare
from harness.submission import Plan
from harness.terminal import pty

AT_REST = 0.2  # seconds, at most, until the main thread waits


class Program:
    """One child process of a submission.

    `program` is the file to run, or "" to answer calls. `terminal`: its
    standard input and output are a pseudo-terminal, where there is one.
    `jitter`: a seed, and its threads stop now and then in the middle of
    everything; 0: they run as usual. `narrow`: its connections take little
    that is not read at once. `impatient`: timeouts with which it waits for a
    line run out at once. `descriptors`: how many it may have, where the
    system can limit that; 0: as many as usual.
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
        impatient: bool = False,
        descriptors: int = 0,
    ) -> None:
        self.name = name or program.removesuffix(".py") or "your code"
        self.stdout, self.stderr = Output(), Output()
        self.limit = ""  # which limit of the grader ended it
        self.killed = False
        terminal = bool(terminal and pty)
        self.child = Child(terminal) if terminal else spare.take()
        self.control, self.process = self.child.control, self.child.process
        self.has_our_parts = plan.has_our_parts
        for file, data in plan.sources.items():
            (self.child.folder / file).write_bytes(data)
        spec = {
            "folder": str(self.child.folder),
            "program": program,
            "args": args,
            "codes": compile_all(plan.sources, plan.ours),
            "has_our_parts": plan.has_our_parts,
            "jitter": jitter,
            "narrow": narrow,
            "impatient": impatient,
            "descriptors": descriptors,
            "terminal": terminal,
        }
        self._watch(spec)
        spare.refill()  # while this one gets going

    def _watch(self, spec: dict) -> None:
        """Drain, listen and watch, each in a thread that ends by itself."""
        out = self.process.stdout
        read = out.read1 if out else self.child.terminal.read
        err = self.process.stderr.read1
        self.threads = [
            threading.Thread(target=target, args=args, daemon=True)
            for target, *args in (
                (self.stdout.drain, read, self.end_by_limit),
                (self.stderr.drain, err, self.end_by_limit),
                (self.control.listen, spec, self.end_by_limit),
            )
        ]
        for thread in self.threads:
            thread.start()
        watch.add(self.process.pid, self.end_by_limit)

    def end_by_limit(self, limit: str) -> None:
        """Kill the program because it went past a limit."""
        self.limit = self.limit or limit
        self.kill()

    def flood(self) -> str:
        """Return words on how much it prints, "" if that is bearable."""
        if self.stdout.is_flooded() or self.stderr.is_flooded():
            return f"it printed more than {FLOOD >> 20} MB"
        return ""

    # --- at its keyboard ---

    def type(self, text: str) -> None:
        """Write to its standard input, as if typed; newlines included."""
        data = text.encode()
        with contextlib.suppress(OSError):  # it has ended: others will tell
            if self.child.terminal:
                self.child.terminal.write(data)
            else:
                self.process.stdin.write(data)
                self.process.stdin.flush()

    def end_input(self) -> None:
        """End its standard input (Ctrl-D on a terminal)."""
        with contextlib.suppress(OSError):
            if self.child.terminal:
                self.child.terminal.write(b"\x04")
            else:
                self.process.stdin.close()

    def interrupt(self) -> None:
        """Press Ctrl-C, as somebody would: not within a millisecond.

        In CPython a signal is lost on a main thread that is just about to
        wait without a timeout; so let it go to sleep first.
        """
        end = time.monotonic() + AT_REST
        while self._is_awake() and time.monotonic() < end:
            time.sleep(0.002)
        if self.child.terminal:
            self.child.terminal.write(b"\x03")
        elif sys.platform == "win32":
            self.process.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            self.process.send_signal(signal.SIGINT)

    def _is_awake(self) -> bool:
        """Return whether the main thread runs (Linux; elsewhere a guess)."""
        with contextlib.suppress(psutil.Error):
            return self.usage().status() == psutil.STATUS_RUNNING
        return False

    # --- what becomes of it ---

    def wait(self, seconds: float) -> int | None:
        """Return its exit code, None if it runs on after `seconds`."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def running(self) -> bool:
        """Return whether it has not ended."""
        return self.process.poll() is None

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

    # --- what the child reports ---

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
            if self.running():
                patience.exhausted()
            raise self.no_answer("your file can be imported")

    def results(self, count: int, seconds: float | None = None) -> list[dict]:
        """Wait for `count` results in all; Complaint if they do not come."""
        control, seconds = self.control, seconds or patience.seconds()
        began = time.monotonic()
        if control.wait(lambda: len(control.results) >= count, seconds):
            patience.took(time.monotonic() - began)
            return control.results
        expected = f"an answer within {seconds:.1f} s"

        def comes(seconds: float) -> bool:
            return control.wait(lambda: len(control.results) >= count, seconds)

        if self.running() and not control.closed:
            if late := patience.overdue(comes, seconds):
                raise Complaint(Kind.SLOW, expected, late)
        raise self.no_answer(expected)

    def no_answer(self, expected: str) -> Complaint:
        """Return the complaint that it did not answer."""
        if self.control.closed:
            self.wait(1.0)  # it is about to end, if it has not
        if self.running():
            return Complaint(Kind.SILENCE, expected, "it is still busy")
        kind = Kind.EXCEPTION if self.exceptions() else Kind.EXIT
        return Complaint(kind, expected, f"the program ended {self.code()}")

    # --- its end ---

    def kill(self) -> None:
        """End the process and all that it started, at once."""
        self.child.kill()
        self.killed = True

    def stop(self) -> None:
        """End it, and clear away what it leaves."""
        watch.remove(self.process.pid)
        if not self.killed or self.running():
            self.kill()
        self.process.wait()
        self.control.close()
        for thread in self.threads:
            thread.join(1.0)  # they end with the process, unless it forked
        self.child.clear()
