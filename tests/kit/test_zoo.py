"""The zoo: each wrong program fails its task, as it must, and no other."""

from concurrent.futures import Future, ThreadPoolExecutor

import pytest

import zoo
from conftest import Grade, grade

WRONG = zoo.wrong_programs()


def test_each_task_has_a_wrong_program():
    """For each of the twelve tasks there is one at least."""
    assert {wrong.task for wrong in WRONG} == set(range(1, 13))


@pytest.fixture(scope="module")
def grades(tmp_path_factory) -> dict[str, Future]:
    """The grade of each wrong program, a few at a time: most of it is
    waiting for what does not come."""

    def graded(wrong: zoo.Wrong) -> Grade:
        folder = tmp_path_factory.mktemp(wrong.name) / "wrong"
        folder.mkdir()
        options = [] if wrong.task == 12 else ["--task", str(wrong.task)]
        return grade(wrong.lay_out(folder), "--seed", "1", *options)

    with ThreadPoolExecutor(max_workers=3) as pool:
        yield {wrong.name: pool.submit(graded, wrong) for wrong in WRONG}


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_wrong_program(wrong, grades):
    """It fails exactly the tests that it must, and is told why.

    With the other tasks ours runs in its place, so they are the solution's
    (test_composition); Task 12 runs it as it is, and may fail as well.
    """
    result = grades[wrong.name].result()
    failed = [test for test in result.not_passed() if test not in wrong.may]
    assert failed == wrong.fails, result.text
    causes = [t["cause"] for t in result.score["tests"] if t["cause"]]
    assert causes
    assert all(wrong.says in cause for cause in causes), causes
