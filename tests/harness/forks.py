"""Children by fork, where a system can do that safely: on Linux.

Elsewhere, and if anything goes wrong here, a child is started from scratch.
What a program is asked, and what becomes of it, is the same either way.
"""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import weakref
from pathlib import Path

FORKER = Path(__file__).with_name("forker.py")
SCRATCH = "CHAT_KIT_NO_FORK"  # set in the environment: nobody forks, and
# each child is started from scratch
PATIENCE = 10.0  # seconds that the forker has for an answer
MOST_FAILURES = 3  # then none is made by fork any more


class Forked:
    """A child of ours that somebody else has forked: what of a Popen the
    grader uses, with the same meaning."""

    def __init__(self, pid: int) -> None:
        self.pid, self.returncode = pid, None
        self.stdin = self.stdout = self.stderr = None
        self.lock = threading.Lock()  # guards returncode: one thread waits
        self.ended = os.pidfd_open(pid)  # can be read when it has ended
        weakref.finalize(self, os.close, self.ended)

    def poll(self) -> int | None:
        """Return its exit code, None while it runs."""
        with self.lock:
            if self.returncode is None:
                try:
                    pid, status = os.waitpid(self.pid, os.WNOHANG)
                except ChildProcessError:  # psutil has waited: we killed it
                    self.returncode = -signal.SIGKILL
                else:
                    code = os.waitstatus_to_exitcode(status)
                    self.returncode = code if pid else None
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Return its exit code; TimeoutExpired if it runs on."""
        poll = select.poll()
        poll.register(self.ended, select.POLLIN)
        if self.poll() is None:
            poll.poll(None if timeout is None else max(0, timeout) * 1000)
            if self.poll() is None:
                raise subprocess.TimeoutExpired("a child", timeout)
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, number)


class Forker:
    """The process that forks, and the connection to it."""

    def __init__(self, flags: tuple[str, ...], env: dict[str, str]) -> None:
        self.conn, theirs = socket.socketpair(
            socket.AF_UNIX, socket.SOCK_SEQPACKET
        )
        self.conn.settimeout(PATIENCE)
        with theirs:
            number = theirs.fileno()
            # Pipes, though nobody uses them: Python looks at its streams
            # when it starts, and those of the children will be pipes.
            self.process = subprocess.Popen(
                [sys.executable, *flags, str(FORKER), str(number)],
                pass_fds=[number],
                env=env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )

    def fork(
        self, folder: Path, args: list[str], streams: list[int]
    ) -> Forked:
        """Return a new child; OSError or ValueError if there is none."""
        request = json.dumps({"folder": str(folder), "args": args})
        socket.send_fds(self.conn, [request.encode()], streams)
        pid = int(self.conn.recv(20) or 0)
        if pid <= 0:
            raise ValueError("it forked nothing")
        look = os.WEXITED | os.WNOHANG | os.WNOWAIT
        try:
            os.waitid(os.P_PID, pid, look)  # OSError unless it is our child
        except OSError:
            os.kill(pid, signal.SIGKILL)
            raise
        return Forked(pid)

    def end(self) -> None:
        """End it; the children go on."""
        self.conn.close()
        self.process.kill()
        self.process.communicate()


class Forks:
    """Makes children by fork, as long as that works."""

    def __init__(self) -> None:
        # One request and its answer at a time: a child that is kept ready
        # is made in a thread of its own.
        self.lock = threading.Lock()
        self.forker: Forker | None = None
        self.are_ours = False  # would they be our children? (adopt_orphans)
        self.chances = MOST_FAILURES

    def may_work(self) -> bool:
        """Return whether it is worth a try."""
        asked = not os.environ.get(SCRATCH) and hasattr(os, "pidfd_open")
        return self.are_ours and asked and self.chances > 0

    def start(
        self,
        folder: Path,
        flags: tuple[str, ...],
        args: list[str],
        env: dict[str, str],
        ends: dict[str, int],
    ) -> Forked | None:
        """Return a child in `folder`; None if that did not work.

        `ends`: what its streams are connected to, by name; or else a pipe.
        """
        ours, theirs = _pipes(ends)
        try:
            with self.lock:
                self.forker = self.forker or Forker(flags, env)
                streams = [(ends | theirs)[name] for name in _NAMES]
                child = self.forker.fork(folder, args, streams)
        except (OSError, ValueError):  # somebody ended it, perhaps
            self.chances -= 1
            self.end()
            for file in ours.values():
                file.close()
            return None
        finally:
            for end in theirs.values():
                os.close(end)
        vars(child).update(ours)
        return child

    def pids(self) -> set[int]:
        """Return the process that forks, if there is one."""
        return {self.forker.process.pid} if self.forker else set()

    def end(self) -> None:
        """End the process that forks."""
        forker, self.forker = self.forker, None
        if forker:
            forker.end()


_NAMES = ("stdin", "stdout", "stderr")


def _pipes(connected: dict[str, int]) -> tuple[dict, dict[str, int]]:
    """Return our ends (files) and the child's (numbers) of new pipes, by
    the name of the stream, for those that are not connected yet."""
    ours, theirs = {}, {}
    for name in _NAMES:
        if name not in connected:
            read, write = os.pipe()
            if name == "stdin":
                ours[name], theirs[name] = os.fdopen(write, "wb"), read
            else:
                ours[name], theirs[name] = os.fdopen(read, "rb"), write
    return ours, theirs


forks = Forks()
