"""What a program prints: always drained, kept in part, never too much."""

import re
import threading
import time
from collections.abc import Callable

from harness.patience import patience

KEPT = 4 << 20  # bytes of its beginning, for what is looked for
LAST = 65_536  # bytes of its end, for the story
MOST = 256 << 20  # bytes of one stream, then the program must end
LOOK = 0.1  # seconds between two looks at the program itself
MOMENT = 0.5  # seconds that the last output has to arrive, at rest
FLOOD = 16 << 20  # bytes of one stream that are worth a word


class Output:
    """One stream of a program: standard output, or standard error."""

    def __init__(self) -> None:
        self.changed = threading.Condition()  # guards all that follows
        self.data = bytearray()  # the beginning
        self.last = b""  # the end, once there is more than is kept
        self.size = 0  # bytes of all
        self.closed = False

    def drain(
        self, read: Callable[[], bytes], too_much: Callable[[str], None]
    ) -> None:
        """Read until the end; call `too_much`, with a reason, if it is."""
        while data := read():
            with self.changed:
                self.take(data)
                self.changed.notify_all()
            if self.size > MOST:
                too_much(f"it printed more than {MOST >> 20} MB")
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def take(self, data: bytes) -> None:
        """Keep what is to be kept."""
        self.size += len(data)
        self.data += data[: KEPT - len(self.data)]
        if self.size > KEPT:
            self.last = (self.last + data)[-LAST:]

    def is_flooded(self) -> bool:
        """Return whether there is more of it than anybody could read."""
        return self.size > FLOOD

    def text(self) -> str:
        """Return the last of it, as text."""
        with self.changed:
            last = self.last or bytes(self.data[-LAST:])
        return last.decode("utf-8", "replace").replace("\r\n", "\n")

    def find(
        self,
        pattern: re.Pattern[bytes],
        start: int,
        seconds: float,
        runs: Callable[[], bool] = lambda: True,
    ) -> re.Match[bytes] | None:
        """Wait for a match behind `start`; None if it has not come when the
        time is up, or the stream at its end. A stream that others hold open
        when the program no longer `runs` gets a moment more.
        """
        end, is_over = time.monotonic() + seconds, False
        while True:
            with self.changed:
                # A match must not hold on to a buffer that is to grow.
                if match := pattern.search(bytes(self.data[start:])):
                    return match
                left = end - time.monotonic()
                if self.closed or left <= 0:
                    return None
                self.changed.wait(min(left, LOOK))
            if not is_over and not runs():
                is_over = True
                moment = MOMENT * max(1.0, patience.factor)
                end = min(end, time.monotonic() + moment)

    def wait_end(self, seconds: float) -> None:
        """Wait until the stream has ended, or the time is up."""
        end = time.monotonic() + seconds
        with self.changed:
            while not self.closed and time.monotonic() < end:
                self.changed.wait(end - time.monotonic())
