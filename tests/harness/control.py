"""The connection over which a child is told what to run, and reports."""

import contextlib
import json
import secrets
import socket
import threading
import time
from collections.abc import Callable

from harness.reports import check

REPORT_LIMIT = 1 << 20  # bytes of one report of the child
REPORTS_LIMIT = 16 << 20  # bytes of all that it reports
MOST_EXCEPTIONS, MOST_RESULTS = 20, 100_000  # that are kept


class Control:
    """The grader's end of the connection to one child."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = self.listener.getsockname()
        self.token = secrets.token_hex(8)
        self.changed = threading.Condition()  # guards all that follows
        self.conn: socket.socket | None = None
        self.exceptions: list[dict] = []
        self.threads: list[dict] | None = None
        self.results: list[dict] = []
        self.ready = self.closed = False

    def listen(self, spec: dict, spoilt: Callable[[str], None]) -> None:
        """Send the spec, and take what the child reports, until it ends.

        `spoilt` is called, with the reason, if that makes no sense: it may
        be the submission itself that writes to the connection.
        """
        try:
            self._listen(spec, spoilt)
        except OSError:
            pass  # it has ended
        except (ValueError, RecursionError):
            spoilt("it wrote nonsense to its connection to the grader")
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def _listen(self, spec: dict, spoilt: Callable[[str], None]) -> None:
        """Take one report after another; ValueError if it is none."""
        conn, _ = self.listener.accept()
        # Several requests or reports in a row: none is to wait until the
        # other end confirms the one before, which takes it 40 ms.
        conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with conn, conn.makefile("rb") as lines:
            hello = {"kind": "hello", "token": self.token}
            if json.loads(lines.readline(REPORT_LIMIT)) != hello:
                raise ValueError("this is not our child")
            self.conn = conn
            self.ask(**spec)
            total = 0
            while (line := lines.readline(REPORT_LIMIT)).endswith(b"\n"):
                total += len(line)
                if total > REPORTS_LIMIT:
                    break
                self.take(check(json.loads(line)))
            if line:  # and not the end, or a report that was cut by it
                most = REPORT_LIMIT if total < REPORTS_LIMIT else REPORTS_LIMIT
                if max(len(line), total) >= most:
                    spoilt(f"it gave back more than {most >> 20} MB")

    def take(self, message: dict) -> None:
        """Note one report."""
        with self.changed:
            kind = message["kind"]
            if kind == "exception" and len(self.exceptions) < MOST_EXCEPTIONS:
                self.exceptions.append(message)
            elif kind == "where":
                self.threads = message["threads"]
            elif kind == "result" and len(self.results) < MOST_RESULTS:
                self.results.append(message)
            elif kind == "ready":
                self.ready = True
            self.changed.notify_all()

    def ask(self, **request) -> None:
        """Send a request to the child, if it is there."""
        if self.conn:
            with contextlib.suppress(OSError):
                self.conn.sendall(json.dumps(request).encode() + b"\n")

    def wait(self, state: Callable[[], bool], seconds: float) -> bool:
        """Wait for a state of the reports; return whether it has come."""
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
        with contextlib.suppress(OSError):  # wakes `accept`, on Linux
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
