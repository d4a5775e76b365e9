"""How long the grader waits for something that must come.

It always waits for a state, with a deadline that is many times the usual.
A slow or busy machine gets more: one start of Python is timed first.
"""

import math
import subprocess
import sys
import time
from collections.abc import Callable

FIRST, SECOND, LATER = 3.0, 1.0, 0.5  # seconds, on a machine at rest
USUAL_START = 0.06  # seconds for one start of Python on such a machine
TASK = 60.0  # seconds that the grader has for one task, on such a machine
LATE = 1.5  # seconds: an answer that takes longer comes late
LATENESS = 5.0  # seconds that all late answers of one task may take
MOST = 12.0  # the slowest machine gets this many times as long
LEAST = 0.1  # seconds that a wait takes at least
TIMES = 5  # a deadline is at least so many times the longest good wait
HOPES, OVERDUE = 1, 2.0  # vain waits in a run for what is overdue; seconds


class Patience:
    """Deadlines for one grading run.

    A task that kept the grader waiting in vain gets shorter ones: a right
    answer takes milliseconds, and a program that hangs in every test must
    not cost the student minutes. Where right answers took longer, because
    the machine is busy, deadlines do not get that short.
    """

    def __init__(self) -> None:
        self.factor = 0.0  # until it is calibrated
        self.in_vain: dict[int, int] = {}  # task -> waits that were in vain
        self.longest_good = 0.0  # seconds that somebody waited for an answer
        self.hopes = HOPES  # further waits to see whether it is only slow
        self.slow: set[int] = set()  # tasks in which something came too late
        self.task = 0
        self.end = math.inf  # of the time for this task
        self.late = 0.0  # seconds that late answers of this task have taken

    def begin(self, task: int) -> None:
        """Note that another test begins; all of a task share its time.

        Or who gives each answer as late as he may would keep us for hours.
        """
        if task != self.task:
            self.task, self.end = task, time.monotonic() + TASK * self.factor
            self.late = 0.0

    def begin_anew(self) -> None:
        """Let the next test begin a time of its own, whichever task it is."""
        self.task = 0

    def spent(self) -> bool:
        """Return whether the time for this task is up."""
        return time.monotonic() > self.end - LEAST

    def calibrate(self) -> None:
        """Time one start of Python, and stretch the deadlines by it, if
        they have not been stretched more before."""
        before = time.monotonic()
        subprocess.run([sys.executable, "-I", "-c", ""], check=True)
        took = time.monotonic() - before
        now = min(MOST, max(1.0, took / USUAL_START))
        self.factor = max(self.factor, now)

    def seconds(self) -> float:
        """Return how long to wait now, in seconds."""
        steps = (FIRST, SECOND, LATER)
        step = min(self.in_vain.get(self.task, 0), len(steps) - 1)
        usual = max(steps[step] * self.factor, TIMES * self.longest_good)
        return self._at_most(min(usual, FIRST * self.factor))

    def answered(self, seconds: float) -> None:
        """Note how long an answer took that came in time."""
        self.longest_good = max(self.longest_good, seconds)

    def took(self, seconds: float) -> None:
        """Note how long it took until something came in time.

        The time for this task is up if too much of that came late, unless
        it is the machine that has become slow meanwhile.
        """
        if seconds > LATE * self.factor:
            self.late += seconds
        if self.too_late():
            self.calibrate()
        if self.too_late():
            self.end = min(self.end, time.monotonic())

    def too_late(self) -> bool:
        """Return whether late answers have used up the time for this task."""
        return self.late > LATENESS * self.factor

    def longest(self) -> float:
        """Return how long to wait for what may take its time, in seconds."""
        return self._at_most(FIRST * self.factor)

    def _at_most(self, seconds: float) -> float:
        return max(LEAST, min(seconds, self.end - time.monotonic()))

    def exhausted(self) -> None:
        """Note that a wait was in vain."""
        self.in_vain[self.task] = self.in_vain.get(self.task, 0) + 1

    def overdue(self, comes: Callable[[float], object], waited: float) -> str:
        """Note a wait of `waited` seconds in vain; wait on, to see whether
        it comes too late. `comes(seconds)` waits; "" if it does not, or if
        it was the time for the task that cut the wait short.
        """
        self.exhausted()
        if not self.hopes or self.task in self.slow or self.spent():
            return ""
        began = time.monotonic()
        if not comes(self._at_most(OVERDUE * self.factor)):
            self.hopes -= 1
            return ""
        self.slow.add(self.task)
        took = waited + time.monotonic() - began
        return f"it came after {took:.1f} s, and {waited:.1f} s are allowed"


patience = Patience()
