"""The README's table of misconceptions: complete, and each place is real."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = range(1, 46)
ROW = re.compile(r'^\| (\d+) \| (.+) \| (\d\d[bc]?), "(.+)" \|$', re.M)
ROWS = ROW.findall((ROOT / "README.md").read_text("utf-8"))


def experiments(notebook: str, wanted: str) -> int:
    """Count the cells under a heading that print something, live.

    A section ends at the next heading of its level, or of a higher one. A
    prediction prints nothing, and a check only grades: neither is counted.
    """
    (path,) = (ROOT / "notebooks").glob(f"{notebook}_*.ipynb")
    inside, count = 0, 0  # the level of the wanted heading; 0 outside of it
    for cell in nbformat.read(path, 4).cells:
        if cell.cell_type == "code":
            shows = cell.outputs and not cell.source.startswith("check(")
            count += bool(inside and shows)
            continue
        for mark, title in re.findall(r"^(#+) (.*)$", cell.source, re.M):
            if title.replace('"', "'") == wanted:
                inside = len(mark)
            elif len(mark) <= inside:
                inside = 0
    return count


def test_each_number_once():
    """The table has a row for each of the misconceptions, in order."""
    assert [int(number) for number, *_ in ROWS] == list(NUMBERS)


def test_no_belief_twice():
    """No two rows tell of the same belief."""
    beliefs = {belief.casefold() for _, belief, *_ in ROWS}
    assert len(beliefs) == len(ROWS)


@pytest.mark.parametrize(
    ("notebook", "heading"),
    [row[2:] for row in ROWS],
    ids=[number for number, *_ in ROWS],
)
def test_each_is_shown_live(notebook, heading):
    """The notebook has that section, and an experiment in it."""
    assert experiments(notebook, heading) > 0
