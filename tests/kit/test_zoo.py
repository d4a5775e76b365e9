"""The zoo: each wrong program fails its task, as it must, and no other."""

import pytest

import zoo
from conftest import grade

WRONG = zoo.wrong_programs()


def test_each_task_has_a_wrong_program():
    """For each of the twelve tasks there is one at least."""
    assert {wrong.task for wrong in WRONG} == set(range(1, 13))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_wrong_program(wrong, tmp_path):
    """It fails exactly the tests that it must, and is told why.

    With the other tasks ours runs in its place, so they are the solution's
    (test_composition); Task 12 runs it as it is, and may fail as well.
    """
    folder = tmp_path / "wrong"
    folder.mkdir()
    options = [] if wrong.task == 12 else ["--task", str(wrong.task)]
    result = grade(wrong.lay_out(folder), "--seed", "1", *options)
    assert result.not_passed() == wrong.fails, result.text
    causes = [t["cause"] for t in result.score["tests"] if t["cause"]]
    assert causes
    assert all(wrong.says in cause for cause in causes), causes
