"""The notebooks, beyond what nbval compares: with the blanks filled, form."""

import ast
import itertools
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from harness.kernels import Manager
from harness.tasks import TASKS

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FULL = re.compile(r"Total (\d+)/\1\b")
MEASURED = "nbval-ignore-output"  # the tag of a cell whose numbers vary
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
FOLDED = re.compile(r"<details>.*?</details>", re.S)
# A new paragraph: after an empty line, or with the next item or row.
PARAGRAPH = re.compile(r"\n\s*\n|\n(?=- |\d\. |\|)")
TIME = re.compile(
    r"\*\*Time:\*\* about (\d+) minutes\. That is (\d+) words at 150 a minute,"
    r" (?:and )?half a minute for each of the (\d+) cells([^.]*)\."
)
LONGEST = 35  # minutes
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f]")
HELD = "## Which predictions held?"
PARTS = (
    "**The question:**",
    "**After this notebook you can**",
    "**Files you touch:**",
    "**Time:**",
    "**Fast track",
    HELD,
    "## From memory",
)

pytestmark = pytest.mark.parametrize(
    "path", NOTEBOOKS, ids=lambda path: path.stem
)


def read(path: Path, kind: str = "") -> list:
    """Return the cells of a notebook, of one kind if it is given."""
    cells = nbformat.read(path, 4).cells
    return [cell for cell in cells if kind in ("", cell.cell_type)]


def prose(path: Path) -> str:
    """Return the prose of a notebook: its text, but for code and drawings."""
    text = "\n\n".join(cell.source for cell in read(path, "markdown"))
    return FENCED.sub("", text)


def words(text: str) -> int:
    """Count the words of a text; a dash or a bar alone is none."""
    return len([word for word in text.split() if re.search(r"\w", word)])


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
        kernel_manager_class=Manager,
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


def test_parts(path):
    """Each part of the opening and of the close is there, in its order."""
    text = prose(path)
    predicts = "prediction[" in "".join(c.source for c in read(path, "code"))
    parts = [part for part in PARTS if predicts or part != HELD]
    places = [text.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)
    assert re.findall(r"^## (.*)$", text, re.M)[-1] in ("Go on", "The end")


def test_from_memory(path):
    """Three questions, and as many answers, folded."""
    (cell,) = [c for c in read(path) if c.source.startswith("## From memory")]
    for part in FOLDED.sub("", cell.source), FOLDED.search(cell.source)[0]:
        assert re.findall(r"^(\d)\. ", part, re.M) == ["1", "2", "3"]


def test_time(path):
    """The minutes are those of what was counted, and not too many."""
    text = prose(path)
    said = TIME.search(" ".join(text.split()))
    assert said, "no time in the usual form"
    minutes, count, cells = map(int, said.groups()[:3])
    more = sum(map(int, re.findall(r"(\d+) minutes", said[4])))
    # Folded hints may be counted in the minutes for their blank instead.
    counts = words(text), words(FOLDED.sub("", text))
    assert min(abs(count - true) for true in counts) <= 100, counts
    assert cells == len(read(path, "code"))
    # "About" may round up to the next five, and down by half a minute.
    total = count / 150 + cells / 2 + more
    assert -0.5 <= minutes - total <= 2.5, total
    assert minutes <= LONGEST


def test_paragraphs(path):
    """No paragraph of prose is over 90 words."""
    for paragraph in PARAGRAPH.split(prose(path)):
        assert words(paragraph) <= 90, paragraph


def test_lines_of_text(path):
    """No line over 79 columns, but for the rows of a table, and links."""
    for cell in read(path, "markdown"):
        for line in cell.source.split("\n"):
            may_be_longer = line.startswith("|") or "](" in line
            assert may_be_longer or len(line) <= 79, line


def test_no_emoji(path):
    """Neither in a cell nor in what it printed."""
    assert not EMOJI.search(path.read_text("utf-8"))


def test_pictures_have_words(path):
    """Each picture has a name, and a text beside it that says the same."""
    for cell in read(path, "markdown"):
        for name in re.findall(r"!\[(.*?)\]\(", cell.source, re.S):
            assert name.strip(), cell.id
    for cell in read(path, "code"):
        shown = [output.get("data", {}) for output in cell.outputs]
        told = any("<details>" in data.get("text/html", "") for data in shown)
        for data in shown:
            assert told or "image/png" not in data, cell.id
            if svg := data.get("image/svg+xml"):
                assert told and "<title>" in svg, cell.id


def test_drawings_have_words(path):
    """What is drawn in characters is told in words, there or right below."""
    cells = [cell.source for cell in read(path, "markdown")]
    for here, below in itertools.zip_longest(cells, cells[1:], fillvalue=""):
        assert "─" not in here or "In words:" in here + below, here
