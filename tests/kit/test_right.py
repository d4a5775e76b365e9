"""Right programs of other makes: the grader gives each of them 100."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import zoo
from conftest import Grade, grade, sampled

SAMPLE = (
    "asyncio_server",
    "cyrillic",
    "filled_differently",
    "moved_work",
    "select_client",
)
SAMPLED = sampled(zoo.right_programs(), lambda make: make.name in SAMPLE)


@pytest.fixture(scope="module")
def grades(request, tmp_path_factory) -> dict[str, Future]:
    """The grade of each program that was chosen, two at a time."""
    items = [i for i in request.session.items if hasattr(i, "callspec")]
    chosen = {
        i.callspec.params["make"] for i in items if "make" in i.fixturenames
    }

    def graded(make: Path) -> Grade:
        folder = tmp_path_factory.mktemp(make.name)
        return grade(zoo.lay_out_right(make, folder), "--seed", "1")

    tmp_path_factory.getbasetemp()  # once, before several threads ask
    with ThreadPoolExecutor(max_workers=4) as pool:
        yield {make.name: pool.submit(graded, make) for make in sorted(chosen)}


@pytest.mark.parametrize("make", SAMPLED)
def test_right_program(make, grades):
    """It keeps the rules, in its own way: all points are due to it."""
    result = grades[make.name].result()
    assert result.total == 100, result.text


def test_another_split_forgives_nothing(tmp_path):
    """Beside bodies of the student's own a wrong body stays wrong."""
    make = zoo.RIGHT / "moved_work"
    folder = tmp_path / "wrong"
    folder.mkdir()
    path = zoo.lay_out_right(make, folder) / "server.py"
    text = path.read_text("utf-8")
    assert text.count('f"{id}:{text}"') == 1
    path.write_text(text.replace('f"{id}:{text}"', "text"), "utf-8")
    result = grade(folder, "--task", "8", "--seed", "1")
    assert "split in your own way" not in result.text
    assert result.states()["test_text_to_the_letter"] == "failed"
