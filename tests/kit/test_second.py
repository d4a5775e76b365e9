"""A second try: for a task that is split in another way, not for luck."""

from unittest.mock import Mock

import pytest

from harness.scoreboard import Outcome
from harness.second import second_try

SPLIT = [True, False, False, True, True]  # passes: alone, beside, beside, …


@pytest.mark.parametrize("wrong", [None, *range(len(SPLIT))])
def test_a_split_is_believed_if_nothing_is_luck(wrong):
    """One run that goes the other way, and it is a race."""
    passes = [p is not (n == wrong) for n, p in enumerate(SPLIT)]
    outcome = Outcome("test_it", 4, ("P6",), 1, "It works.", "failed")
    outcome.story = ["what happened"]
    ways = iter(passes)

    def run(again: Outcome, alone: bool) -> None:
        again.state = "passed" if next(ways) else "failed"

    submission = Mock(has_own_split=Mock(return_value=True))
    mended = second_try(submission, [outcome], run)
    assert mended == ([4] if wrong is None else [])
    assert outcome.state == ("passed" if wrong is None else "failed")
    assert outcome.story == ([] if wrong is None else ["what happened"])
