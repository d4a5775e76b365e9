"""How long grading takes: whole processes, as a student runs them.

    python tests/bench/grading.py [--runs N]

Prints a row for each kind of submission: wall and processor seconds of the
whole run (median and range), and the peak memory of the grader itself.
"""

import argparse
import contextlib
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
RAISES = r"raise NotImplementedError\(.*\)"


def hanging(folder: Path) -> Path:
    """Make a starter in which every blank hangs."""
    for path in (ROOT / "starter").glob("*.py"):
        text = re.sub(RAISES, "while True: pass", path.read_text("utf-8"))
        folder.joinpath(path.name).write_text(text, "utf-8")
    return folder


def measure(*options: str) -> tuple[float, float, int]:
    """Return wall seconds, processor seconds, and bytes of one grading."""
    before = time.monotonic(), os.times()
    process = subprocess.Popen(
        [sys.executable, "-m", "pytest", *options],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
    )
    grader, peak = psutil.Process(process.pid), 0
    while process.poll() is None:
        with contextlib.suppress(psutil.Error, subprocess.TimeoutExpired):
            peak = max(peak, grader.memory_info().rss)
            process.wait(0.02)
    wall, after = time.monotonic() - before[0], os.times()
    spent = sum(after[2:4]) - sum(before[1][2:4])
    return wall, spent, peak


def row(title: str, runs: int, *options: str) -> None:
    """Measure some runs, and print what they came to."""
    walls, spent, peaks = zip(
        *(measure(*options) for _ in range(runs)), strict=True
    )
    print(
        f"{title:24}{statistics.median(walls):7.2f} s "
        f"({min(walls):.2f}-{max(walls):.2f})"
        f"{statistics.median(spent):9.2f} s{max(peaks) / 1e6:9.0f} MB"
    )


def main() -> None:
    """Measure all kinds, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(
        f"CPython {platform.python_version()}, {platform.system()}, ", end=""
    )
    print(f"{os.cpu_count()} processors; median of {runs} (range)")
    print(f"{'':24}{'wall':>9}{'processor':>25}{'memory':>12}")
    solution = ("--submission=solution",)
    row("solution/, in full", runs, *solution)
    for task in (2, 6, 11):
        row(f"solution/, task {task}", runs, *solution, f"--task={task}")
    row("starter/, untouched", runs)
    with tempfile.TemporaryDirectory() as folder:
        hung = f"--submission={hanging(Path(folder))}"
        row("every blank hangs", 1, hung)


if __name__ == "__main__":
    main()
