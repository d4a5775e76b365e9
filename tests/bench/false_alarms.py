"""How often a right program fails: full gradings on a busy machine.

    python tests/bench/false_alarms.py [--runs N] [--busy K] [--jobs J] [PATH…]

Grades each folder (by default solution/ and all of tests/zoo/right) N times,
J gradings at a time, in a random order and each with a seed of its own,
beside K processes that do nothing but compute. Prints a row for each folder,
and the story of each grading that was not 100/100. Exit code 0 if none was.
"""

import argparse
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RIGHT = ROOT / "tests" / "zoo" / "right"


def compute() -> None:
    """Keep a processor busy, until the process is ended."""
    while True:
        sum(range(10_000))


def lay_out(program: Path, folder: Path) -> Path:
    """Copy a right program; what it does not bring is the solution's."""
    for source in (ROOT / "solution", program):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder


def grade(program: Path, seed: int) -> tuple[list[str], str]:
    """Return the tests that a grading failed, and what it printed."""
    with tempfile.TemporaryDirectory() as place:
        folder = lay_out(program, Path(place, "right"))
        score = Path(place, "score.json")
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "--submission", str(folder)),
                *("--seed", str(seed), "--json", str(score)),
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode not in (0, 1):
            return ["(trouble in the grader)"], done.stdout + done.stderr
        tests = json.loads(score.read_text("utf-8"))["tests"]
        failed = [t["test"] for t in tests if t["state"] != "passed"]
        return failed, done.stdout


def alarms(jobs: list[tuple[Path, int]], at_once: int) -> Iterable:
    """Yield (program, seed, failed tests, report) of each grading."""
    with ThreadPoolExecutor(at_once) as pool:
        for job, result in zip(
            jobs, pool.map(lambda job: grade(*job), jobs), strict=True
        ):
            yield *job, *result


def main() -> int:
    """Grade, and print the counts; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--busy", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("paths", type=Path, nargs="*")
    args = parser.parse_args()
    programs = args.paths or [ROOT / "solution", *sorted(RIGHT.glob("*/"))]
    seeds = range(args.runs)
    jobs = [(program, seed) for program in programs for seed in seeds]
    random.shuffle(jobs)
    busy = [
        multiprocessing.Process(target=compute, daemon=True)
        for _ in range(args.busy)
    ]
    for process in busy:
        process.start()
    differ: Counter = Counter()
    for program, seed, failed, report in alarms(jobs, args.jobs):
        if failed:
            differ[program.name] += 1
            print(f"{program.name}, seed {seed}: {', '.join(failed)}")
            print(report, flush=True)
    for process in busy:
        process.terminate()
    print(f"{os.cpu_count()} processors, {args.busy} busy processes beside")
    for program in programs:
        name = program.name
        print(f"{name:24}{differ[name]:4} of {args.runs} gradings differ")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
