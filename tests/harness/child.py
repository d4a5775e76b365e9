"""Runs one submission in a process of its own; started by `process`.

    python -I -u -B -X utf8 child.py HOST PORT TOKEN

Or it is the copy of a process that has loaded this (see `forker`). It
connects to the grader there, and waits for a spec, in JSON: the folder, the
program and its arguments (or none: then it answers calls), and the code of
each file. It reports each exception that ended a thread, and where every
thread is when it is asked. Nothing that it says decides a verdict on a server
or a client: those the grader sees for itself.
"""

import argparse  # noqa: F401, most programs load it: here while we wait
import base64
import encodings.idna  # noqa: F401, so they do this, with a host's name
import json
import marshal
import os
import queue
import random
import shutil  # noqa: F401, and argparse this, for the width of its help
import signal
import socket
import sys
import threading
import time
import types
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from calls import LONGEST_NAME, answer_calls, name_of, text_of
from timeouts import change_timeouts

del sys.path[0]  # the rest of the grader is not for the submission

OURS = 1_000_000  # lines above that are of our bodies (see `compose`)
YOUNG = 100  # lines that a thread has run
NEW, WORN = 20, 10_000  # times that a line was run
STOPS_WHEN_NEW, STOPS = 0.3, 0.03  # the chance of a stop before a line
LONGEST_STOP = 0.0015  # seconds
SEND_BUFFER = 4_096  # bytes


def limit_resources(descriptors: int) -> None:
    """Set the limits that hold even where the grader looks away."""
    try:
        import resource
    except ImportError:
        return  # Windows: the grader's watch must do
    limits = {"RLIMIT_AS": 4 << 30, "RLIMIT_FSIZE": 64 << 20}
    if descriptors:
        limits["RLIMIT_NOFILE"] = descriptors
    for name, most in limits.items():
        if hasattr(resource, name):
            resource.setrlimit(getattr(resource, name), (most, most))


def take_turns(folder: str, seed: int) -> None:
    """Let threads stop in the middle of everything, while others go on.

    What only seldom goes wrong between two lines does so soon: before any
    line of the submission a thread may stop for a moment. It does so more
    often if thread or line are new, never if the line is worn, and for half
    of its time at most.
    """
    random_number = random.Random(seed).random
    own = threading.local()
    times: dict[tuple, int] = {}
    sys.setswitchinterval(1e-5)

    def enter(frame, *_):
        inside = frame.f_code.co_filename.startswith(folder)
        return at_line(frame) if inside else None

    def at_line(frame, *_):
        place = id(frame.f_code), frame.f_lineno
        seen = times[place] = times.get(place, 0) + 1
        if seen > WORN:  # it runs for each byte, perhaps
            return at_line
        lines = own.lines = getattr(own, "lines", 0) + 1
        is_new = seen < NEW or lines < YOUNG
        if random_number() < (STOPS_WHEN_NEW if is_new else STOPS):
            stop()
        return at_line

    def stop() -> None:
        now = time.monotonic()
        began = own.__dict__.setdefault("began", now)
        stopped = own.__dict__.setdefault("stopped", 0.0)
        if 2 * stopped <= now - began + LONGEST_STOP:
            seconds = LONGEST_STOP * random_number()
            own.stopped += seconds
            time.sleep(seconds)

    threading.settrace(enter)


def narrow_connections() -> None:
    """Give each accepted connection a small send buffer.

    It is the listening socket's; so a client that does not read is behind
    after some 10 kB, not after megabytes.
    """
    listen = socket.socket.listen

    def narrow(self, *args):
        self.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        return listen(self, *args)

    socket.socket.listen = narrow


class Loader(SourceFileLoader):
    """Loads a file of the submission from the code that the grader sent."""

    def __init__(self, name: str, path: str, code: str) -> None:
        super().__init__(name, path)
        self.code = code  # marshalled, in base64; "" if there is none

    def source_to_code(self, data, path, **options):
        """Return the code of the file, as if it was compiled here."""
        if not self.code:
            return compile(data, path, "exec", dont_inherit=True)
        return moved(marshal.loads(base64.b64decode(self.code)), path)


def moved(code: types.CodeType, path: str) -> types.CodeType:
    """Return `code`, and all code in it, as that of the file `path`."""
    constants = tuple(
        moved(constant, path)
        if isinstance(constant, types.CodeType)
        else constant
        for constant in code.co_consts
    )
    return code.replace(co_filename=path, co_consts=constants)


class Finder:
    """Finds the submission's own modules, before all others."""

    def __init__(self, folder: str, codes: dict[str, str]) -> None:
        self.folder, self.codes = folder, codes

    def loader(self, name: str) -> Loader | None:
        """Return the loader of a module, None if it is not one of theirs."""
        path = os.path.join(self.folder, name + ".py")
        if name not in ("framing", "server", "client"):
            return None
        if not os.path.exists(path):
            return None
        return Loader(name, path, self.codes.get(name + ".py", ""))

    def find_spec(self, name, path=None, target=None) -> ModuleSpec | None:
        """Answer the import system."""
        loader = self.loader(name)
        if loader is None:
            return None
        return spec_from_file_location(name, loader.path, loader=loader)


def end_with_children() -> None:
    """End this process, and those of its group, where there are groups."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


class Grader:
    """The connection to the grader, and the thread that listens to it."""

    def __init__(self, address: tuple[str, int], token: str) -> None:
        self.conn = socket.create_connection(address)
        self.conn.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests = self.conn.makefile("rb")
        self.folder = ""  # of the submission
        self.lock = threading.Lock()  # one writer at a time
        self.calls: queue.SimpleQueue = queue.SimpleQueue()
        self.thread = threading.Thread(
            target=self.listen, name="grader", daemon=True
        )
        self.report(kind="hello", token=token)

    def spec(self) -> dict:
        """Wait to be told what to run; if that is nothing, end."""
        line = self.requests.readline()
        if not line:
            os._exit(0)
        spec = json.loads(line)
        self.folder = os.path.join(spec["folder"], "")
        return spec

    def report(self, **message) -> None:
        """Tell the grader something; if it has gone, nobody minds."""
        data = json.dumps(message).encode() + b"\n"
        try:
            with self.lock:
                self.conn.sendall(data)
        except OSError:
            pass

    def listen(self) -> None:
        """Answer "where" at once; pass calls on to the main thread.

        When the grader is gone (killed, perhaps), nobody else would end us.
        """
        try:
            for line in self.requests:
                request = json.loads(line)
                if request["do"] == "where":
                    self.report(kind="where", threads=self.where())
                else:
                    self.calls.put(request)
        finally:
            end_with_children()

    def where(self) -> list[dict]:
        """Return each thread's name and its innermost line of theirs."""
        names = {t.ident: t.name for t in threading.enumerate()}
        found = []
        for ident, frame in sys._current_frames().items():
            name = names.get(ident, "?")[:LONGEST_NAME]
            if ident != self.thread.ident:
                found.append({"name": name, **self.innermost(frame)})
        return found

    def innermost(self, frame: types.FrameType | None) -> dict:
        """Return the innermost frame that is in the submission's files."""
        while frame is not None:
            if frame.f_code.co_filename.startswith(self.folder):
                return self.place(frame.f_code, frame.f_lineno)
            frame = frame.f_back
        return {}

    def place(self, code: types.CodeType, line: int) -> dict:
        """Return file, line and function, and whether they are ours."""
        return {
            "file": os.path.basename(code.co_filename)[:LONGEST_NAME],
            "line": line % OURS,
            "function": code.co_name[:LONGEST_NAME],
            "ours": line > OURS and code.co_name != "<module>",
        }

    def exception(self, kind, error, trace, thread: str) -> None:
        """Report an exception that nobody caught."""
        places = []
        while trace is not None:
            if trace.tb_frame.f_code.co_filename.startswith(self.folder):
                code = trace.tb_frame.f_code
                places.append(self.place(code, trace.tb_lineno))
            trace = trace.tb_next
        self.report(
            kind="exception",
            type=name_of(kind),
            text=text_of(error),
            thread=thread[:LONGEST_NAME],
            places=places[-4:],
        )

    def install_hooks(self) -> None:
        """Report what would only have been a traceback among the output."""

        def in_thread(args) -> None:
            name = args.thread.name if args.thread else "?"
            self.exception(
                args.exc_type, args.exc_value, args.exc_traceback, name
            )

        def in_main(kind, error, trace) -> None:
            self.exception(kind, error, trace, "MainThread")

        threading.excepthook, sys.excepthook = in_thread, in_main


def main(arguments: list[str]) -> None:
    """Prepare the process as the spec says, and run what is to be run."""
    host, port, token = arguments
    grader = Grader((host, int(port)), token)
    spec = grader.spec()
    # A grader in the background may have left Ctrl-C ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGBREAK"):  # Windows' stand-in for it
        signal.signal(signal.SIGBREAK, signal.default_int_handler)
    limit_resources(spec["descriptors"])
    if spec["terminal"]:
        import fcntl
        import termios

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C reaches us
    if spec["jitter"]:
        take_turns(spec["folder"], spec["jitter"])
    if spec["narrow"]:
        narrow_connections()
    change_timeouts(spec["folder"], spec["impatient"], OURS)
    grader.install_hooks()
    grader.thread.start()
    finder = Finder(spec["folder"], spec["codes"])
    sys.meta_path.insert(0, finder)
    sys.path.insert(0, spec["folder"])
    if spec["program"]:
        run_program(finder, spec["program"], spec["args"])
    else:
        answer_calls(grader, spec["has_our_parts"])


def buffer_output() -> None:
    """Hold standard output back until it is flushed, as without -u.

    So a client must flush what it prints (C1); at a terminal each line goes
    out by itself. What a server prints is nobody's business.
    """
    line_by_line = sys.stdout.isatty()
    sys.stdout.reconfigure(write_through=False, line_buffering=line_by_line)


def run_program(finder: Finder, program: str, args: list[str]) -> None:
    """Run a file of the submission as `python FILE ARGS` would."""
    if program == "client.py":
        buffer_output()
    loader = finder.loader(program.removesuffix(".py"))
    module = types.ModuleType("__main__")
    module.__file__ = loader.path
    sys.modules["__main__"] = module
    sys.argv = [loader.path, *args]
    code = loader.source_to_code(loader.get_data(loader.path), loader.path)
    exec(code, module.__dict__)


if __name__ == "__main__":
    main(sys.argv[1:])
