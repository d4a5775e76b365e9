"""The notebooks, beyond what nbval compares: with the blanks filled, form."""

import ast
import itertools
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from harness.tasks import TASKS

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FULL = re.compile(r"Total (\d+)/\1\b")
MEASURED = "nbval-ignore-output"  # the tag of a cell whose numbers vary

pytestmark = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: path.stem
)


def read(path: Path, kind: str = "") -> list:
    """Return the cells of a notebook, of one kind if it is given."""
    cells = nbformat.read(path, 4).cells
    return [cell for cell in cells if kind in ("", cell.cell_type)]


def printed(outputs: list) -> str:
    """Return what a cell printed; it may have come in several pieces."""
    return "".join(output.get("text", "") for output in outputs)


def test_with_the_blanks_filled(path, monkeypatch):
    """With the solution as the submission each check says full marks."""
    monkeypatch.setenv("CHAT_SUBMISSION", "solution")
    notebook = nbformat.read(path, 4)
    stored = [cell.get("outputs") for cell in notebook.cells]
    NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    for cell, before in zip(notebook.cells, stored, strict=True):
        if cell.cell_type != "code":
            continue
        if "check(" in cell.source:
            assert FULL.search(printed(cell.outputs)), printed(cell.outputs)
        elif MEASURED not in cell.metadata.get("tags", []):
            assert printed(cell.outputs) == printed(before), cell.id


def test_headings(path):
    """One title, and no level is left out on the way down."""
    levels = [
        len(mark)
        for cell in read(path, "markdown")
        for mark in re.findall(r"^(#+) ", cell.source, re.M)
    ]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


def test_code_cells(path):
    """No line over 79 columns, no cell over 15 lines; each one parses."""
    for cell in read(path, "code"):
        lines = cell.source.split("\n")
        assert len(lines) <= 15, cell.id
        assert max(map(len, lines)) <= 79, cell.id
        ast.parse(cell.source)


def test_outputs_hold_on_every_machine(path):
    """No stored output names a port, a path or an address in memory."""
    for cell in read(path, "code"):
        for output in cell.outputs:
            text = output.get("text") or str(output.get("data"))
            assert not re.search(r"127\.0\.0\.1:\d|0x[0-9a-f]{6}", text)
            assert not re.search(r"/(home|root|tmp|Users)/", text)
            assert output.output_type != "error"


def test_links(path):
    """Every relative link leads to a file, or to a notebook yet to come."""
    planned = {task.notebook for task in TASKS.values()}
    for cell in read(path, "markdown"):
        for target in re.findall(r"\]\(([^)#]+)", cell.source):
            if "://" not in target and target not in planned:
                assert (path.parent / target).exists(), target


def test_sections_that_tests_cite(path):
    """A section that a failing test names is in its notebook."""
    headings = re.findall(
        r"^#+ (.*)$",
        "\n".join(cell.source for cell in read(path, "markdown")),
        re.M,
    )
    for task in TASKS.values():
        if task.notebook == path.name:
            assert task.section in headings
