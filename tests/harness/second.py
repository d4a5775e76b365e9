"""A second try for what failed beside our bodies: beside the student's own.

Who sends the greeting in the client thread and not in `welcome`, say, has a
right program whose halves do not fit to ours. So what failed is tried again
with the files as they stand; a task that then passes earned its points.

A program that fails now and then is not split, but has a race. So a task must
fail beside our bodies each time, and pass as it stands each time.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from harness.scoreboard import Outcome
from harness.submission import Submission
from harness.tasks import TASKS

FAILS, PASSES = 2, 2  # more times, before a split is believed
IN_VAIN = 2  # tasks that may fail again, before the rest is left as it is


def second_try(
    submission: Submission,
    outcomes: Iterable[Outcome],
    run: Callable[[Outcome, bool], None],
) -> list[int]:
    """Run what failed with the files as they stand; return what passed.

    `run(outcome, alone)` runs its test once more, as they stand or beside
    our bodies, and fills in the outcome. Those of a task count if all of
    them pass; else they are as they were.
    """
    failed: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.state == "failed":
            failed.setdefault(outcome.task, []).append(outcome)
    mended, in_vain = [], 0
    for number, again in failed.items():
        if not submission.has_own_split(TASKS[number]):
            continue
        if _is_split(again, run):
            mended.append(number)
        elif (in_vain := in_vain + 1) == IN_VAIN:
            break
    return mended


def _is_split(
    outcomes: list[Outcome], run: Callable[[Outcome, bool], None]
) -> bool:
    """Run tests again, both ways; if it is no split, put them back."""
    before = [replace(outcome) for outcome in outcomes]
    alone = partial(_all_pass, outcomes, run, True)
    beside = partial(_all_pass, outcomes, run, False)
    is_split = False
    try:
        is_split = (
            alone()
            and not any(beside() for _ in range(FAILS))
            and all(alone() for _ in range(PASSES))
        )
    finally:  # also if somebody interrupts it
        for now, then in zip(outcomes, before, strict=True):
            if is_split:
                now.story, now.cause = [], ""
            else:
                vars(now).update(vars(then))
    return is_split


def _all_pass(
    outcomes: list[Outcome],
    run: Callable[[Outcome, bool], None],
    alone: bool,
) -> bool:
    """Run tests, up to the first that does not pass."""
    for outcome in outcomes:
        outcome.state = "not tried"
        run(outcome, alone)
        if outcome.state != "passed":
            return False
    return True
