"""A pseudo-terminal, where the system has them."""

import os

try:
    import pty
    import termios
except ImportError:
    pty = None  # Windows: pipes must do


class Terminal:
    """A pseudo-terminal: the grader's end of it."""

    def __init__(self) -> None:
        self.ours, self.theirs = pty.openpty()
        settings = termios.tcgetattr(self.theirs)
        settings[3] &= ~termios.ECHO  # the story shows what is typed anyhow
        termios.tcsetattr(self.theirs, termios.TCSANOW, settings)

    def child_ends(self) -> dict:
        """Return what Popen is to connect; standard error stays a pipe."""
        return {"stdin": self.theirs, "stdout": self.theirs}

    def started(self) -> None:
        """Leave the child's end to the child."""
        os.close(self.theirs)

    def read(self) -> bytes:
        """Wait for some output, and return it; b"" at its end."""
        try:
            return os.read(self.ours, 65536)
        except OSError:
            return b""  # on Linux the end of a terminal is an error

    def write(self, data: bytes) -> None:
        """Press these keys."""
        os.write(self.ours, data)

    def close(self) -> None:
        """Unplug it."""
        os.close(self.ours)
