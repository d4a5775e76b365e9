"""starter/ is solution/ without the bodies of the tasks, and nothing else."""

import difflib
import re
from pathlib import Path

import pytest

from harness.submission import SourceFile
from harness.tasks import FILES, TASKS

ROOT = Path(__file__).resolve().parents[2]
BLANKS = [(task, blank) for task in TASKS.values() for blank in task.blanks]


def lines(folder: str, name: str) -> list[str]:
    return (ROOT / folder / name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", FILES)
def test_solving_only_adds_lines(name):
    """The only lines that go are those that raise NotImplementedError."""
    diff = difflib.ndiff(lines("starter", name), lines("solution", name))
    removed = [line[2:].strip() for line in diff if line.startswith("- ")]
    assert removed
    for line in removed:
        assert re.fullmatch(
            r'raise NotImplementedError\("Task \d+: \w+"\)', line
        )


@pytest.mark.parametrize("name", FILES)
def test_added_lines_are_in_blanks(name):
    """Between two blanks the files are the same, to the letter."""
    blanks = {blank for task, blank in BLANKS if task.file == name}
    kept = []
    for folder in ("starter", "solution"):
        file = SourceFile(ROOT / folder / name)
        rows = lines(folder, name)
        for blank in blanks:
            node = file.functions[blank]
            for at in range(node.lineno, node.end_lineno):
                rows[at] = ""
        kept.append([row for row in rows if row])
    assert kept[0] == kept[1]


@pytest.mark.parametrize(("task", "blank"), BLANKS)
def test_blank_says_task_size_and_goals(task, blank):
    """A blank says its task, its size, and one to four sub-goals."""
    text = SourceFile(ROOT / "starter" / task.file).source(blank)
    size = re.search(rf"# Task {task.number}\b.*: about (\d+) lines", text)
    goals = re.findall(r"# \d ", text)
    assert size, text
    assert 1 <= len(goals) <= 4
    assert text.rstrip().split("\n")[-1].strip() == (
        f'raise NotImplementedError("Task {task.number}: '
        f'{blank.rpartition(".")[2]}")'
    )


@pytest.mark.parametrize(("task", "blank"), BLANKS)
def test_blank_is_two_to_twelve_lines(task, blank):
    """The solution of a blank takes about as many lines as it says."""
    text = SourceFile(ROOT / "solution" / task.file).source(blank)
    said = int(re.search(r"about (\d+) lines", text)[1])
    code = text[text.rindex("# ") :].split("\n", 1)[1]
    size = len([row for row in code.split("\n") if row.strip()])
    assert 2 <= size <= 13
    assert abs(size - said) <= 2


def test_every_task_has_a_notebook_section():
    """Each task says where to read; each blank belongs to one task."""
    assert list(TASKS) == list(range(1, 13))
    names = [blank for _, blank in BLANKS]
    assert len(names) == len(set(names))
    assert all(task.notebook and task.section for task in TASKS.values())


def test_notebook_shows_the_same_offer():
    """Notebook 05 tries the `offer` that the server is given."""
    given, shown = (
        SourceFile(ROOT / file).source("offer")
        for file in ("starter/server.py", "notebooks/slow.py")
    )
    assert given == shown
