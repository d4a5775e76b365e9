"""A twin of the grader, which begins at the other end (on Linux only).

Most of a grading is waiting for somebody. So before it has started anything
the grader forks, and its twin grades the last test, the one before it, and so
on, until the two meet. If somebody ends the twin, the grader itself grades
what it has not told of.
"""

import contextlib
import ctypes
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator

import pytest

from harness.forks import SCRATCH
from harness.patience import TASK, patience
from harness.process import adopt_orphans, not_strays

FEWEST = 2  # tests, for two to share
MOST = 4096  # tests: a pipe holds as many tokens at once, anywhere
TIDY = 3.0  # seconds for the twin to tidy up in, when it is to end
SIGNALS = (signal.SIGINT, signal.SIGTERM)
# With these pytest itself looks at one test after the other.
ONE_BY_ONE = ("usepdb", "trace", "maxfail", "stepwise", "xmlpath")


def may_help(config: pytest.Config, tests: int) -> bool:
    """Return whether a twin is worth it here."""
    if sys.platform != "linux" or os.environ.get(SCRATCH):
        return False
    if any(config.getoption(name, None) for name in ONE_BY_ONE):
        return False
    processors = len(os.sched_getaffinity(0))
    return processors > 1 and FEWEST <= tests <= MOST


class Twin:
    """The connection between the two, in both of them.

    Whoever is about to grade a test takes a token first, and there are as
    many as tests. One begins at the front, the other at the back: so no test
    is graded twice. `is_twin`: is this process the twin?

    OSError if there can be none. SIGINT and SIGTERM are blocked in the twin
    until it calls `begin`.
    """

    def __init__(self, tests: int) -> None:
        self.tokens, more = os.pipe()
        os.set_blocking(self.tokens, False)
        os.write(more, bytes(tests))
        os.close(more)
        self.grader = os.getpid()
        ours, theirs = socket.socketpair()
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)
        try:
            self.pid = os.fork()
            self.is_twin = self.pid == 0
            if not self.is_twin:
                not_strays.add(self.pid)
        finally:
            if os.getpid() == self.grader:
                signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        self.conn, other = (theirs, ours) if self.is_twin else (ours, theirs)
        other.close()

    def take(self) -> bool:
        """Return whether there is a test left to grade."""
        try:
            return bool(os.read(self.tokens, 1))
        except BlockingIOError:  # somebody else holds it open
            return False

    # --- in the twin ---

    def begin(self) -> None:
        """Be ready to be interrupted, once, by whoever may interrupt the
        grader, and by the grader's end."""
        adopt_orphans()
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _interrupt)
        with contextlib.suppress(OSError, AttributeError):
            _have_a_signal_at_the_end_of_the_parent()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
        if os.getppid() != self.grader:  # it ended just now
            raise KeyboardInterrupt

    def tell(self, report: dict) -> None:
        """Report something to the grader, if it is there."""
        with contextlib.suppress(OSError):
            self.conn.sendall(json.dumps(report).encode() + b"\n")

    # --- in the grader ---

    def reports(self) -> Iterator[dict]:
        """Yield what the twin has to report, until it ends, or is silent for
        longer than a task may take."""
        self.conn.settimeout(TASK * patience.factor)
        try:
            with self.conn.makefile("rb") as lines:
                for line in lines:
                    yield json.loads(line)
        except (OSError, ValueError):  # it was ended in the middle of a word
            return

    def end(self) -> None:
        """Let it be over, whatever it does. What it started comes to us."""
        try:
            os.kill(self.pid, signal.SIGTERM)
            with contextlib.suppress(OSError):
                self.conn.settimeout(TIDY)
                while self.conn.recv(65536):  # until it has tidied up
                    pass
        finally:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.conn.close()
            os.close(self.tokens)
            not_strays.discard(self.pid)


def _interrupt(*_) -> None:
    """Let the twin tidy up and end; whoever asks again does not disturb."""
    ignore_signals()
    raise KeyboardInterrupt


def ignore_signals() -> None:
    """Be interrupted no more: the twin is about to end."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _have_a_signal_at_the_end_of_the_parent() -> None:
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM, 0, 0, 0)
