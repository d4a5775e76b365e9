"""Running a submission: limits, reports, and nothing that survives."""

import re
import sys
import time
from functools import partial

import psutil
import pytest

from harness.forks import forks
from harness.patience import patience
from harness.people import wait_for
from harness.process import kill_strays, spare
from harness.terminal import pty

READY = re.compile(rb"ready (\d+)")


def wait_ready(program) -> int:
    """Wait for `ready N`; return N."""
    match = program.stdout.find(READY, 0, patience.longest())
    assert match, program.stderr.text()
    return int(match[1])


def gone(pid: int) -> bool:
    """Return whether a process has ended."""
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_output_and_exit_code(launch):
    """Both streams are read to the end, and the exit code is told."""
    program = launch(
        "import sys\nprint('out')\nprint('err', file=sys.stderr)\nsys.exit(7)"
    )
    assert program.wait(patience.longest()) == 7
    program.stdout.wait_end(patience.longest())
    program.stderr.wait_end(patience.longest())
    assert (program.stdout.text(), program.stderr.text()) == ("out\n", "err\n")


def test_endless_output_is_cut(launch):
    """Who prints without end is ended; little of it is kept."""
    program = launch("while True: print('x' * 10000)")
    assert program.wait(30) is not None
    assert "printed more than" in program.limit
    assert len(program.stdout.data) <= 4 << 20


def test_greedy_program_is_ended(launch):
    """Who takes memory without end is ended."""
    program = launch(
        "import time\nhoard = []\nwhile True: hoard.append(bytearray(8 << 20))"
    )
    assert program.wait(30) is not None
    assert "memory" in program.limit


def test_a_hang_can_be_located(launch):
    """Asked where it is, a program tells the line of each thread."""
    program = launch(
        "import threading\n"
        "def worker():\n"
        "    threading.Event().wait()\n"
        "threading.Thread(target=worker, name='w', daemon=True).start()\n"
        "print('ready 0')\n"
        "while True: pass\n"
    )
    wait_ready(program)

    def places() -> dict[str, int]:
        return {t["name"]: t["line"] for t in program.where()}

    assert wait_for(lambda: places() == {"MainThread": 6, "w": 3})


def test_an_exception_in_a_thread_is_reported(launch):
    """What ends a thread is told, with the student's line."""
    program = launch(
        "import threading\n"
        "def worker():\n"
        "    raise KeyError('no such id')\n"
        "threading.Thread(target=worker, name='w').start()\n"
    )
    program.wait(patience.longest())
    program.control.wait(lambda: program.control.closed, patience.longest())
    (error,) = program.exceptions()
    assert (error["type"], error["thread"]) == ("KeyError", "w")
    assert error["places"][-1]["line"] == 3


def test_interrupt(launch):
    """Ctrl-C reaches the program as KeyboardInterrupt."""
    program = launch(
        "import threading\n"
        "try:\n"
        "    print('ready 0')\n"
        "    threading.Event().wait(60)\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
    )
    wait_ready(program)
    program.interrupt()
    assert program.wait(patience.longest()) == 0
    program.stdout.wait_end(patience.longest())
    assert "interrupted" in program.stdout.text()


@pytest.mark.skipif(pty is None, reason="no pseudo-terminals here")
def test_terminal(launch):
    """At a terminal, what is typed arrives, and Ctrl-C is a key."""
    program = launch(
        "import sys\n"
        "print('ready', int(sys.stdin.isatty()))\n"
        "try:\n"
        "    print(input())\n"
        "    input()\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n",
        terminal=True,
    )
    assert wait_ready(program) == 1
    program.type("hello\n")
    assert program.stdout.find(re.compile(rb"hello\r?\n"), 0, 10)
    program.interrupt()
    assert program.wait(patience.longest()) == 0


CHILD = (
    "import subprocess, sys, threading\n"
    "child = subprocess.Popen([sys.executable, '-c', {code!r}], **{options})\n"
    "print('ready', child.pid)\n"
    "threading.Event().wait(600)\n"
)
STUBBORN = (
    "import signal, threading\n"
    "for n in (signal.SIGTERM, signal.SIGINT):\n"
    "    signal.signal(n, signal.SIG_IGN)\n"
    "threading.Event().wait(600)"
)


@pytest.mark.parametrize(
    ("code", "options"),
    [
        ("import threading; threading.Event().wait(600)", {}),
        (STUBBORN, {}),
        (
            "import threading; threading.Event().wait(600)",
            {"start_new_session": True},
        ),
    ],
    ids=["child", "ignores signals", "own session"],
)
def test_no_child_survives(launch, code, options):
    """What a program started ends with it."""
    program = launch(CHILD.format(code=code, options=options))
    pid = wait_ready(program)
    program.stop()
    assert gone(pid)


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are ours here")
def test_no_orphan_survives(launch):
    """Not even one whose parent has ended, in a session of its own."""
    middle = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', "
        "'import threading; threading.Event().wait(600)'], "
        "start_new_session=True)\n"
        "print('ready', child.pid, flush=True)"
    )
    program = launch(
        "import subprocess, sys, threading\n"
        f"subprocess.run([sys.executable, '-c', {middle!r}])\n"
        "threading.Event().wait(600)\n"
    )
    pid = wait_ready(program)
    program.stop()
    kill_strays()
    assert gone(pid)


def test_a_child_that_holds_the_pipe_keeps_nobody(launch):
    """The pipes are not waited on to their end."""
    program = launch(
        CHILD.format(
            code="import threading; threading.Event().wait(600)",
            options={"start_new_session": True},
        ).replace("threading.Event().wait(600)\n", "")
    )
    wait_ready(program)
    program.wait(patience.longest())
    before = time.monotonic()
    program.stop()
    assert time.monotonic() - before < 30


def test_fresh_folder(launch):
    """The program's folder holds its files, and goes with it."""
    program = launch("import os\nprint('ready', len(os.listdir()))")
    assert wait_ready(program) == 1
    program.stop()
    assert not program.child.home.exists()


def test_it_cannot_import_the_grader(launch):
    """The grader's own modules are not for the submission."""
    program = launch(
        "try:\n"
        "    import harness\n"
        "except ImportError:\n"
        "    try:\n"
        "        import tasks\n"
        "    except ImportError:\n"
        "        print('ready 1')\n"
    )
    assert wait_ready(program) == 1


def test_the_forker_may_be_ended(launch):
    """Who ends the process that makes the copies gains nothing by it."""
    for number in range(3):
        assert wait_ready(launch(f"print('ready {number}')")) == number
        for pid in spare.pids():
            psutil.Process(pid).kill()
            wait_for(partial(gone, pid))
    assert forks.chances > 0


@pytest.mark.skipif(pty is None, reason="no pseudo-terminals")
def test_two_children_at_once(launch):
    """The child that is kept ready, and one at a terminal, are two."""
    text = "import os\nprint('ready', os.getpid())"
    for _ in range(10):
        programs = launch(text), launch(text, terminal=True)
        for program in programs:
            assert wait_ready(program) == program.process.pid
