"""Fixtures of the tests of the kit itself."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.forks import SCRATCH, forks
from harness.patience import patience
from harness.people import Record
from harness.process import adopt_orphans, kill_strays, spare
from harness.program import Program
from harness.submission import Plan
from harness.words import Words

ROOT = Path(__file__).resolve().parents[2]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare --all and --record."""
    text = "try the whole zoo, not only a sample"
    parser.addoption("--all", action="store_true", help=text)
    text = "keep anew what students read (tests/zoo/words)"
    parser.addoption("--record", action="store_true", help=text)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what is marked `whole_zoo`, unless --all is given."""
    if config.getoption("--all"):
        return
    long = [item for item in items if item.get_closest_marker("whole_zoo")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in long]


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    text = "whole_zoo: runs with --all only; the sample is quicker"
    config.addinivalue_line("markers", text)


def sampled(programs: Iterable, is_sample: Callable) -> list:
    """Return pytest parameters; those outside of the sample are marked."""
    return [
        pytest.param(
            program,
            id=getattr(program, "name", program),
            marks=() if is_sample(program) else pytest.mark.whole_zoo,
        )
        for program in programs
    ]


@dataclass
class Grade:
    """What one grading run came to."""

    code: int
    text: str  # what the student reads
    score: dict

    @property
    def total(self) -> int:
        """Return the points."""
        return self.score["total"]

    def states(self) -> dict[str, str]:
        """Return the state of each test."""
        return {t["test"]: t["state"] for t in self.score["tests"]}

    def not_passed(self) -> list[str]:
        """Return the tests that were not passed, in their order."""
        return [test for test, s in self.states().items() if s != "passed"]

    def rows(self) -> dict[int, str]:
        """Return the state of each task."""
        return {row["task"]: row["state"] for row in self.score["tasks"]}


def grade(folder: Path, *options: str) -> Grade:
    """Grade a folder as a student would, with `pytest`."""
    score = folder.parent / f"{folder.name}.json"
    command = [sys.executable, "-m", "pytest", f"--submission={folder}"]
    done = subprocess.run(
        [*command, f"--json={score}", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert score.exists(), done.stdout + done.stderr
    return Grade(
        done.returncode, done.stdout, json.loads(score.read_text("utf-8"))
    )


@pytest.fixture
def submission(tmp_path: Path):
    """Makes a folder to grade: a copy of starter or solution, changed."""

    def make(kind: str = "solution", **files: str | bytes | None) -> Path:
        folder = tmp_path / "mine"
        folder.mkdir()
        for path in (ROOT / kind).glob("*.py"):
            (folder / path.name).write_bytes(path.read_bytes())
        for name, content in files.items():
            path = folder / f"{name}.py"
            if content is None:
                path.unlink()
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path.write_text(content, "utf-8")
        return folder

    return make


@pytest.fixture(scope="session", autouse=True)
def prepared() -> Iterator[None]:
    """Deadlines that suit this machine; in the end, no child kept ready."""
    patience.calibrate()
    yield
    spare.end()


@pytest.fixture(params=["copied", "from scratch"])
def launch(request, monkeypatch):
    """Runs the text of a program as server.py, under the harness: in a copy
    of a process that has started already, where there is fork, and not."""
    adopt_orphans()
    spare.end()
    if request.param == "from scratch":
        monkeypatch.setenv(SCRATCH, "1")
    elif not forks.may_work():
        pytest.skip("no copies here")
    started = []

    def start(text: str, *args: str, **options) -> Program:
        plan = Plan({"server.py": text.encode()})
        program = Program(plan, "server.py", *args, **options)
        started.append(program)
        return program

    yield start
    for program in started:
        program.stop()
    kill_strays()
    spare.end()


@pytest.fixture
def record() -> Record:
    """An empty record."""
    return Record()


@pytest.fixture
def words() -> Words:
    """Words of a fixed seed."""
    return Words(1, "kit")
