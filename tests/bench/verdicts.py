"""Whether a wrong program gets the same verdict each time: races, not luck.

    python tests/bench/verdicts.py [--runs N] [--jobs J] [--other] [NAME…]

Grades each wrong program of the zoo (or those that are named) N times, J at
a time, each time with a seed of its own. Prints a row for each program whose
gradings were not all what its file says, and the seeds. Exit code 0 if all
were. With --other all other blanks are filled in another way than ours, as
they are with a student who has filled them all.
"""

import argparse
import collections
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from gradings import ROOT, grade

import zoo

SOLUTION = ROOT / "solution"


def surprise(wrong: zoo.Wrong, seed: int, base: Path) -> str:
    """Grade once; return how the verdict differs from the file's, or ""."""
    task = [] if wrong.task == 12 else ["--task", str(wrong.task)]
    lay_out = partial(wrong.lay_out, base=base)
    failed, _ = grade(lay_out, "--seed", str(seed), *task)
    escaped = [test for test in wrong.fails if test not in failed]
    more = [t for t in failed if t not in [*wrong.fails, *wrong.may]]
    if not failed:
        return "passed"
    return ", ".join([f"-{t}" for t in escaped] + [f"+{t}" for t in more])


def main() -> int:
    """Grade, and print what differed; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--other", action="store_true")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    base = zoo.RIGHT / "filled_differently" if args.other else SOLUTION
    chosen = [
        wrong
        for wrong in zoo.wrong_programs()
        if not args.names or wrong.name in args.names
    ]
    runs = range(args.runs)
    jobs = [(wrong, seed, base) for wrong in chosen for seed in runs]
    found = collections.defaultdict(list)  # (name, surprise): seeds
    with ThreadPoolExecutor(args.jobs) as pool:
        for (wrong, seed, _), text in zip(
            jobs, pool.map(lambda job: surprise(*job), jobs), strict=True
        ):
            if text:
                found[wrong.name, text].append(seed)
                print(f"{wrong.name}, seed {seed}: {text}", flush=True)
    print(f"{len(chosen)} wrong programs, {args.runs} gradings each")
    for (name, text), seeds in sorted(found.items()):
        print(f"{name:36}{len(seeds):4} times {text}: seeds {seeds}")
    names = {name for name, _ in found}
    print(f"{len(chosen) - len(names)} got the same verdict each time")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
