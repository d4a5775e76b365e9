"""Watches how much memory programs take, and ends those that take too much."""

import contextlib
import threading
import time
from collections.abc import Callable

import psutil

MEMORY_LIMIT = 512 << 20  # bytes, all processes of a program together
PAUSE = 0.1  # seconds between two looks


class Watch:
    """Looks at all programs that run, in one thread."""

    def __init__(self) -> None:
        self.lock = threading.Lock()  # guards watched
        self.watched: dict[int, Callable[[str], None]] = {}
        self.thread: threading.Thread | None = None

    def add(self, pid: int, end: Callable[[str], None]) -> None:
        """Watch a process; call `end`, with the reason, if it is too big."""
        with self.lock:
            self.watched[pid] = end
            if self.thread is None:
                self.thread = threading.Thread(target=self.run, daemon=True)
                self.thread.start()

    def remove(self, pid: int) -> None:
        """Watch it no longer."""
        with self.lock:
            self.watched.pop(pid, None)

    def run(self) -> None:
        """Look at each program, ten times a second."""
        too_big = f"it took more than {MEMORY_LIMIT >> 20} MB of memory"
        rounds = 0
        while True:
            time.sleep(PAUSE)
            rounds += 1
            with self.lock:
                watched = list(self.watched.items())
            for pid, end in watched:
                # To find its children costs more: look for them less often.
                if _memory(pid, rounds % 5 == 0) > MEMORY_LIMIT:
                    end(too_big)


watch = Watch()


def _memory(pid: int, with_children: bool) -> int:
    """Return the resident bytes of a process; 0 if it has ended."""
    total = 0
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        children = process.children(recursive=True) if with_children else []
        for one in (process, *children):
            total += one.memory_info().rss
    return total
