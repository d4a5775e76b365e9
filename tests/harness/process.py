"""Child processes: started ahead, and ended with all that they started.

To start Python takes longer than most tests. So one child is always kept
ready, which waits to be told what to run (see `child`); and where that can be
done it is the copy of a process that has started already (see `forks`).
"""

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import psutil

from harness.control import Control
from harness.forks import Forked, forks
from harness.terminal import Terminal

CHILD = Path(__file__).with_name("child.py")
FLAGS = ("-I", "-u", "-B", "-X", "utf8")
TAG = "CHAT_KIT_RUN"  # in the environment of every child
ROUNDS = 20  # times that strays are looked for


class Child:
    """A Python process, in a session and an empty folder of its own."""

    def __init__(self, terminal: bool = False) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="chat-kit-"))
        self.folder = self.home / "submission"
        self.folder.mkdir()
        self.control = Control()
        self.terminal = Terminal() if terminal else None
        self.process = self._start()
        if self.terminal:
            self.terminal.started()

    def _start(self) -> subprocess.Popen | Forked:
        ends = self.terminal.child_ends() if self.terminal else {}
        env = {**os.environ, TAG: str(os.getpid())}
        if forks.may_work():
            args = self._arguments()
            process = forks.start(self.folder, FLAGS, args, env, ends)
            if process:
                return process
            self.control.close()
            self.control = Control()  # none that half a child may know
        apart = {"start_new_session": True}
        if sys.platform == "win32":
            apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        return subprocess.Popen(
            [sys.executable, *FLAGS, str(CHILD), *self._arguments()],
            cwd=self.folder,
            env=env,
            **{"stdin": -1, "stdout": -1, "stderr": -1, **apart, **ends},
        )

    def _arguments(self) -> list[str]:
        """Return what `child` is told at its start."""
        host, port = self.control.address
        return [host, str(port), self.control.token]

    def kill(self) -> None:
        """End the process and all that it started, at once."""
        doomed = _family(self.process.pid)
        if hasattr(os, "killpg") and self.process.returncode is None:
            with contextlib.suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        for process in doomed:
            with contextlib.suppress(psutil.Error):
                process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(2.0)  # who waits first gets its exit code
        psutil.wait_procs(doomed, timeout=2)

    def clear(self) -> None:
        """Close what is ours of it, and remove its folder."""
        self.control.close()
        if self.terminal:
            self.terminal.close()
        shutil.rmtree(self.home, ignore_errors=True)


class Spare:
    """The child that is kept ready."""

    def __init__(self) -> None:
        self.child: Child | None = None
        self.thread = threading.Thread()  # makes the next one

    def take(self) -> Child:
        """Return a child; the next one is to be started by `refill`."""
        self._settle()
        child, self.child = self.child, None
        if child and child.process.poll() is not None:  # somebody ended it
            child.clear()
            child = None
        return child or Child()

    def refill(self) -> None:
        """Begin to start a child for whoever comes next."""
        self._settle()
        if self.child is None:
            self.thread = threading.Thread(target=self._fill)
            self.thread.start()

    def _fill(self) -> None:
        self.child = Child()

    def _settle(self) -> None:
        """Wait until no child is about to start."""
        if self.thread.ident:
            self.thread.join()

    def pids(self) -> set[int]:
        """Return the process that is kept ready, and the one that forks."""
        self._settle()
        ready = {self.child.process.pid} if self.child else set()
        return ready | forks.pids()

    def end(self) -> None:
        """Keep none ready any more."""
        self._settle()
        child, self.child = self.child, None
        if child:
            child.kill()
            child.clear()
        forks.end()


spare = Spare()
not_strays: set[int] = set()  # children that see to their own (see `twin`)


def _family(pid: int) -> list[psutil.Process]:
    """Return a process and its descendants, those that still run."""
    try:
        process = psutil.Process(pid)
        if _children(pid) == set():
            return [process]
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _children(pid: int) -> set[int] | None:
    """Return the children of a process; None where the system does not say.

    Linux mostly does, in a small file for each thread. To look through all
    processes, as psutil has to, is slow where there are many.
    """
    found = set()
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            path = Path("/proc", str(pid), "task", thread, "children")
            with contextlib.suppress(ProcessLookupError):  # it has ended
                found.update(map(int, path.read_text().split()))
    except OSError:
        return None
    return found


def adopt_orphans() -> None:
    """Become the parent of what our children leave behind (Linux only).

    A program's child that started a session of its own, and whose parent
    ended, would belong to nobody; so it comes to us, to be ended. So do
    those that `forks` makes.
    """
    if sys.platform == "linux":
        set_child_subreaper = 36
        with contextlib.suppress(OSError, AttributeError):
            prctl = ctypes.CDLL(None).prctl
            forks.are_ours = prctl(set_child_subreaper, 1, 0, 0, 0) == 0


def kill_strays() -> int:
    """End every process that some program left behind; return how many.

    Only call it when no program runs. Look again until none is left: one
    may start another as it ends.
    """
    count = 0
    for _ in range(ROUNDS):
        # First: it waits for one that is on its way.
        ours = spare.pids() | not_strays
        children = _children(os.getpid())
        if children is not None and children <= ours:
            break  # what their own children leave comes to us as well
        strays = _descendants(ours)
        count += len(strays)
        for process in strays:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(strays, timeout=2)
        if not strays:
            break
    return count


def _descendants(but: set[int]) -> list[psutil.Process]:
    """Return all that we, our children, their children, … have started.

    Not `but` these children of ours, and what they have started. Where
    orphans are not ours (see `adopt_orphans`), find them by the tag in their
    environment.
    """
    found = []
    if sys.platform == "linux":
        for child in psutil.Process().children():
            if child.pid not in but:
                found += [child, *_family(child.pid)[1:]]
        return found
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            tag = process.environ().get(TAG)
            if tag == str(os.getpid()) and process.pid not in but:
                found.append(process)
    return found
