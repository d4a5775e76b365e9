"""A second try for what failed beside our bodies: beside the student's own.

Who sends the greeting in the client thread and not in `welcome`, say, has a
right program whose halves do not fit to ours. So what failed is tried again
with the files as they stand; a task that then passes earned its points.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from harness.scoreboard import Outcome
from harness.submission import Submission
from harness.tasks import TASKS

TIMES = 2  # that each test must pass: who has a race had one chance already
IN_VAIN = 2  # tasks that may fail again, before the rest is left as it is


def second_try(
    submission: Submission,
    outcomes: Iterable[Outcome],
    run: Callable[[Outcome], None],
) -> list[int]:
    """Run what failed with the files as they stand; return what passed.

    `run(outcome)` runs its test once more, and fills in the outcome. Those
    of a task count if all of them pass; else they are as they were.
    """
    failed: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.state == "failed":
            failed.setdefault(outcome.task, []).append(outcome)
    mended, in_vain = [], 0
    for number, again in failed.items():
        if not submission.has_own_split(TASKS[number]):
            continue
        if _all_pass(again, run):
            mended.append(number)
        elif (in_vain := in_vain + 1) == IN_VAIN:
            break
    return mended


def _all_pass(outcomes: list[Outcome], run: Callable[[Outcome], None]) -> bool:
    """Run tests again; if one fails, put all outcomes back."""
    before = [replace(outcome) for outcome in outcomes]
    for outcome in outcomes * TIMES:
        outcome.state = "not tried"
        run(outcome)
        if outcome.state != "passed":
            for now, then in zip(outcomes, before, strict=True):
                vars(now).update(vars(then))
            return False
    for outcome in outcomes:
        outcome.story, outcome.cause = [], ""
    return True
