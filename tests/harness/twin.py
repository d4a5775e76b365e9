"""A twin of the grader, which begins at the other end (on Linux only).

Most of a grading is waiting for somebody. So before it has started anything
the grader forks, and its twin grades the last test, the one before it, and so
on, until the two meet. What the twin does not tell of, because somebody has
ended it, is graded by the grader itself.
"""

import contextlib
import ctypes
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator

from harness.forks import SCRATCH
from harness.patience import TASK, patience
from harness.process import adopt_orphans, not_strays

FEWEST = 2  # tests, for two to share
PATIENCE = 3.0  # seconds that it has to tidy up, when it is to end
MOST = 4096  # tests: a pipe holds as many tokens at once, anywhere


def may_help(tests: int) -> bool:
    """Return whether a twin is worth it here."""
    if sys.platform != "linux" or os.environ.get(SCRATCH):
        return False
    processors = len(os.sched_getaffinity(0))
    return processors > 1 and FEWEST <= tests <= MOST


class Twin:
    """The other one: for the grader its twin, for the twin the grader.

    Whoever is about to grade a test takes a token first, and there are as
    many as tests. One begins at the front, the other at the back: so no test
    is graded twice. `is_me` tells which of the two this process is.
    """

    def __init__(self, tests: int) -> None:
        self.tokens, more = os.pipe()
        os.write(more, bytes(tests))
        os.close(more)
        grader = os.getpid()
        ours, theirs = socket.socketpair()
        self.pid = os.fork()
        self.is_me = self.pid == 0
        self.conn, other = (theirs, ours) if self.is_me else (ours, theirs)
        other.close()
        if self.is_me:
            adopt_orphans()
            signal.signal(signal.SIGINT, _interrupt)
            signal.signal(signal.SIGTERM, _interrupt)
            _end_with(grader)
        else:
            not_strays.add(self.pid)

    def take(self) -> bool:
        """Return whether there is a test left to grade."""
        return bool(os.read(self.tokens, 1))

    def tell(self, report: dict) -> None:
        """Report something to the grader."""
        self.conn.sendall(json.dumps(report).encode() + b"\n")

    def reports(self) -> Iterator[dict]:
        """Yield what the twin has to report, until it ends, or is silent for
        longer than a task may take."""
        self.conn.settimeout(TASK * max(1.0, patience.factor))
        try:
            with self.conn.makefile("rb") as lines:
                for line in lines:
                    yield json.loads(line)
        except (OSError, ValueError):  # it was ended in the middle of a word
            return

    def end(self) -> None:
        """Let it be over, whatever it does. What it leaves comes to us."""
        os.kill(self.pid, signal.SIGTERM)
        with contextlib.suppress(OSError):
            self.conn.settimeout(PATIENCE)
            while self.conn.recv(65536):  # until it has tidied up
                pass
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.conn.close()
        os.close(self.tokens)
        not_strays.discard(self.pid)


def _interrupt(*_) -> None:
    """Let the twin tidy up and end; whoever asks again does not disturb."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def _end_with(grader: int) -> None:
    """Have the twin interrupted when the grader has ended."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != grader:  # it ended just now
        os._exit(1)
