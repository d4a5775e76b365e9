"""The zoo: each wrong program fails its task, as it must, and no other."""

import sys
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

import golden
import zoo
from conftest import Grade, grade, sampled
from test_rules import TESTS

WRONG = zoo.wrong_programs()
SAMPLED = sampled(WRONG, lambda wrong: golden.kept(wrong.name))
PARTS = ("Expected ", "Got ", "Cause ", "Read ", "Again ", "Total ")


def test_each_task_has_a_wrong_program():
    """For each of the twelve tasks there is one at least."""
    assert {wrong.task for wrong in WRONG} == set(range(1, 13))


def test_each_graded_test_has_a_wrong_program():
    """A test that no wrong program must fail would prove nothing."""
    assert set(TESTS) == {test for wrong in WRONG for test in wrong.fails}


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Grades a wrong program."""
    tmp_path_factory.getbasetemp()  # once, before several threads ask

    def grade_it(wrong: zoo.Wrong) -> Grade:
        folder = tmp_path_factory.mktemp(wrong.name) / "wrong"
        folder.mkdir()
        options = [] if wrong.task == 12 else ["--task", str(wrong.task)]
        return grade(wrong.lay_out(folder), "--seed", "1", *options)

    return grade_it


@pytest.fixture(scope="module")
def grades(graded, request) -> dict[str, list[Future]]:
    """The grades of those that are asked for, a few at a time: most of it
    is waiting for what does not come. One each; three to record."""
    items = [i for i in request.session.items if hasattr(i, "callspec")]
    asked = {i.callspec.id for i in items}
    times = 3 if request.config.getoption("--record") else 1
    with ThreadPoolExecutor(max_workers=8) as pool:
        yield {
            wrong.name: [pool.submit(graded, wrong) for _ in range(times)]
            for wrong in WRONG
            if wrong.name in asked
        }


@pytest.mark.parametrize("wrong", SAMPLED)
def test_wrong_program(wrong, grades):
    """It fails exactly the tests that it must, and is told why.

    With the other tasks ours runs in its place, so they are the solution's
    (test_composition); Task 12 runs it as it is, and may fail as well.
    """
    result = grades[wrong.name][0].result()
    failed = [test for test in result.not_passed() if test not in wrong.may]
    assert failed == wrong.fails, result.text
    causes = [t["cause"] for t in result.score["tests"] if t["cause"]]
    assert causes
    assert all(wrong.says in cause for cause in causes), causes


@pytest.mark.skipif(sys.platform != "linux", reason="recorded on Linux")
@pytest.mark.parametrize("wrong", SAMPLED)
def test_words(wrong, grades, request):
    """The student reads what is kept (see `golden`), each part of it."""
    text, *more = [future.result().text for future in grades[wrong.name]]
    if request.config.getoption("--record"):
        golden.record(wrong.name, text, *more)
    if kept := golden.kept(wrong.name):
        assert all(f"\n{part}" in kept for part in PARTS), kept
        assert golden.same(kept, text), f"kept:\n{kept}\nread:\n{text}"


def test_words_are_kept():
    """Of forty programs at least; the others tell of a race."""
    names = {path.stem for path in golden.TEXTS.glob("*.txt")}
    assert len(names) >= 40
    assert names <= {wrong.name for wrong in WRONG}
