"""How often a right program fails: full gradings on a busy machine.

    python tests/bench/false_alarms.py [--runs N] [--busy K] [--jobs J] [PATH…]

Grades each folder (by default solution/ and all of tests/zoo/right) N times,
J gradings at a time, in a random order and each with a seed of its own,
beside K processes that do nothing but compute. Prints a row for each folder,
and the story of each grading that was not 100/100. Exit code 0 if none was.
"""

import argparse
import multiprocessing
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from gradings import ROOT, grade

import zoo


def compute() -> None:
    """Keep a processor busy, until the process is ended."""
    while True:
        sum(range(10_000))


def alarms(jobs: list[tuple[Path, int]], at_once: int) -> Iterable:
    """Yield (program, seed, failed tests, report) of each grading."""

    def graded(job: tuple[Path, int]) -> tuple:
        program, seed = job
        lay_out = partial(zoo.lay_out_right, program)
        return *job, *grade(lay_out, "--seed", str(seed))

    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(graded, jobs)


def main() -> int:
    """Grade, and print the counts; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--busy", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("paths", type=Path, nargs="*")
    args = parser.parse_args()
    programs = args.paths or [ROOT / "solution", *zoo.right_programs()]
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
