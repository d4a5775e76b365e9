"""How long grading takes: whole processes, as a student runs them.

    python tests/bench/grading.py [--runs N] [--hostile]

Prints a row for each kind of submission: wall and processor seconds of the
whole run (median and range), and the peak memory of the grader itself. The
floor is what no grader can do without: as many starts of a bare Python, and
as many connections, as a full grading makes. With --hostile: a row for each
hostile program of the zoo, beside the honest one for the same task.
"""

import argparse
import contextlib
import os
import platform
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from gradings import ROOT

import zoo
from harness.forks import SCRATCH
from harness.tasks import TASKS

COUNT = """
import sys
sys.path.insert(0, "tests")
import pytest
from harness import people, process
counts = {"starts": 0, "connections": 0}

def counted(owner, name, what):
    function = getattr(owner, name)
    def wrapper(*args, **options):
        counts[what] += 1
        return function(*args, **options)
    setattr(owner, name, wrapper)

counted(process.Child, "_start", "starts")
counted(people.Person, "connect", "connections")
pytest.main(["--submission=solution"])
print(counts["starts"], counts["connections"])
"""
RAISES = r"raise NotImplementedError\(.*\)"


def hanging(folder: Path) -> Path:
    """Make a starter in which every blank hangs."""
    for path in (ROOT / "starter").glob("*.py"):
        text = re.sub(RAISES, "while True: pass", path.read_text("utf-8"))
        folder.joinpath(path.name).write_text(text, "utf-8")
    return folder


def measure(*options: str) -> tuple[float, float, int, int]:
    """Return wall seconds, processor seconds, bytes of memory, bytes of
    the report of one grading."""
    before = time.monotonic(), os.times()
    with tempfile.TemporaryFile() as report:
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *options],
            cwd=ROOT,
            stdout=report,
            stderr=report,
        )
        grader, peak = psutil.Process(process.pid), 0
        while process.poll() is None:
            with contextlib.suppress(psutil.Error, subprocess.TimeoutExpired):
                both = [grader, *_twins(grader)]
                peak = max(peak, sum(p.memory_info().rss for p in both))
                process.wait(0.05)
        wall, after = time.monotonic() - before[0], os.times()
        size = report.tell()
    spent = sum(after[2:4]) - sum(before[1][2:4])
    return wall, spent, peak, size


def _twins(grader: psutil.Process) -> list[psutil.Process]:
    """Return the other grader, if there are two."""
    command = grader.cmdline()
    return [p for p in grader.children() if p.cmdline() == command]


def row(title: str, runs: int, *options: str) -> None:
    """Measure some runs, and print what they came to."""
    walls, spent, peaks, _ = zip(
        *(measure(*options) for _ in range(runs)), strict=True
    )
    print(
        f"{title:24}{statistics.median(walls):7.2f} s "
        f"({min(walls):.2f}-{max(walls):.2f})"
        f"{statistics.median(spent):9.2f} s{max(peaks) / 1e6:9.0f} MB"
    )


def floor() -> None:
    """Print how long the starts and connections of a full grading take."""
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        cwd=ROOT,
        env={**os.environ, SCRATCH: "1"},  # all of them in one process
        capture_output=True,
        text=True,
        check=True,
    )
    starts, connections = map(int, done.stdout.split()[-2:])
    before = time.monotonic()
    for _ in range(starts):
        subprocess.run([sys.executable, "-I", "-c", ""], check=True)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        for _ in range(connections):
            with socket.create_connection(listener.getsockname()) as conn:
                there, _ = listener.accept()
                with there:
                    conn.sendall(b"x")
                    there.recv(1)
    print(
        f"{'the floor':24}{time.monotonic() - before:7.2f} s "
        f"({starts} starts of Python, {connections} connections)"
    )


def hostile() -> None:
    """Print what each hostile program costs, beside the honest one."""
    honest = {}
    print(f"{'':32}{'wall':>8}{'honest':>10}{'memory':>10}{'report':>12}")
    for program in zoo.hostile_programs():
        task = f"--task={program.task}"
        if program.task not in honest:
            honest[program.task] = measure("--submission=solution", task)[0]
        with tempfile.TemporaryDirectory() as place:
            folder = program.lay_out(Path(place))
            wall, _, peak, size = measure(f"--submission={folder}", task)
        print(
            f"{program.name:32}{wall:6.1f} s{honest[program.task]:8.1f} s"
            f"{peak / 1e6:7.0f} MB{size:9} bytes",
            flush=True,
        )


def main() -> None:
    """Measure all kinds, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--hostile", action="store_true")
    args = parser.parse_args()
    if args.hostile:
        hostile()
        return
    runs = args.runs
    print(
        f"CPython {platform.python_version()}, {platform.system()}, ", end=""
    )
    print(f"{os.cpu_count()} processors; median of {runs} (range)")
    print(f"{'':24}{'wall':>9}{'processor':>25}{'memory':>12}")
    solution = ("--submission=solution",)
    row("solution/, in full", runs, *solution)
    for task in TASKS:
        row(f"solution/, task {task}", runs, *solution, f"--task={task}")
    row("starter/, untouched", runs)
    with tempfile.TemporaryDirectory() as folder:
        hung = f"--submission={hanging(Path(folder))}"
        row("every blank hangs", 1, hung)
    floor()


if __name__ == "__main__":
    main()
