"""Two graders at once: each test is graded once, whoever is ended."""

import itertools
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from unittest.mock import Mock

import psutil
import pytest

from conftest import ROOT, grade
from harness.forks import SCRATCH
from harness.twin import may_help


def has_twin() -> bool:
    """Return whether gradings here have two graders."""
    return may_help(Mock(getoption=Mock(return_value=None)), tests=2)


pytestmark = pytest.mark.skipif(not has_twin(), reason="one grader only here")

TASKS = ("--task", "1", "--task", "2")
# Notes who grades what. Both begin before one goes on, with FIRST_TEST.
PLUGIN = """
import os, pathlib, time
import pytest

LOG = pathlib.Path({log!r})
GRADER, begun = os.getpid(), set()

def note(word):
    with LOG.open("a") as log:
        log.write(f"{{os.getpid()}} {{word}}\\n")

def pytest_runtest_call(item):
    if os.getpid() not in begun:
        begun.add(os.getpid())
        note("begins")
        end = time.monotonic() + 30
        while LOG.read_text().count("begins") < 2 and time.monotonic() < end:
            time.sleep(0.001)
        FIRST_TEST
    note(item.name)
"""
KILL_THE_TWIN = "os.getpid() == GRADER or os.kill(os.getpid(), 9)"
KILL_THE_GRADER = "os.getpid() != GRADER or os.kill(os.getpid(), 9)"


@pytest.fixture
def watched(tmp_path: Path, monkeypatch):
    """Returns the options for a grading that is noted, and its log."""

    def watch(first_test: str = "pass") -> tuple[tuple[str, str], Path]:
        log = tmp_path / "log"
        log.write_text("")
        text = PLUGIN.replace("FIRST_TEST", first_test).format(log=str(log))
        tmp_path.joinpath("watching.py").write_text(text)
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        return ("-p", "watching"), log

    return watch


def notes(log: Path) -> dict[int, list[str]]:
    """Return which tests each of the two has graded, by its process."""
    found: dict[int, list[str]] = {}
    for row in log.read_text().splitlines():
        pid, word = row.split()
        found.setdefault(int(pid), []).append(word)
    assert all(words.pop(0) == "begins" for words in found.values())
    assert len(found) == 2
    return found


def test_each_test_is_graded_once(submission, watched):
    """The two share the tests."""
    options, log = watched()
    result = grade(submission(), *options, *TASKS)
    assert result.code == 0, result.text
    counts = Counter(itertools.chain(*notes(log).values()))
    assert counts == dict.fromkeys(result.states(), 1)


@pytest.mark.parametrize(
    "option", ["-v", "-rA", "-s", "-x", "--maxfail=2", "--junit-xml"]
)
def test_options_of_pytest(submission, tmp_path, option):
    """They do no harm; and what pytest itself writes is complete."""
    text = (ROOT / "solution" / "framing.py").read_text("utf-8")
    folder = submission("starter", framing=text)
    xml = tmp_path / "report.xml"
    option = option.replace("-xml", f"-xml={xml}")
    result = grade(folder, option)
    assert (result.total, result.code) == (25, 1), result.text
    assert "Next: Task 4" in result.text
    if xml.exists():
        assert xml.read_text("utf-8").count("<testcase") == len(
            result.states()
        )


def test_last_failed(submission, monkeypatch, tmp_path):
    """--lf knows the failures that the twin has seen, too."""
    text = (ROOT / "solution" / "client.py").read_text("utf-8")
    folder = submission("solution", client=text.replace("Stopped", "Halted"))
    cache = "-ocache_dir=" + str(tmp_path / "cache")
    first = grade(folder, cache, "--task", "2", "--task", "11")
    assert "test_goodbye_unanswered" in first.not_passed()
    again = grade(folder, cache, "--task", "2", "--task", "11", "--lf")
    assert list(again.states()) == first.not_passed()


def test_a_twin_that_is_ended_costs_nothing(submission, watched):
    """What it did not come to tell is graded all the same."""
    options, log = watched(KILL_THE_TWIN)
    result = grade(submission(), *options, *TASKS)
    assert (result.total, result.code) == (20, 0), result.text
    graded = sorted(notes(log).values(), key=len)
    assert graded[0] == []
    assert Counter(graded[1]) == dict.fromkeys(result.states(), 1)


def test_the_twin_ends_with_the_grader(submission, watched):
    """Nobody grades on for a grader that was killed."""
    options, log = watched(KILL_THE_GRADER)
    command = [sys.executable, "-m", "pytest", *options]
    folder = f"--submission={submission()}"
    subprocess.run([*command, folder], cwd=ROOT, capture_output=True)
    left = [psutil.Process(p) for p in notes(log) if psutil.pid_exists(p)]
    assert psutil.wait_procs(left, timeout=20)[1] == []
    # It may have been in the middle of a test, and not at the end of all.
    assert max(map(len, notes(log).values())) < 20


def test_who_grades_makes_no_difference(submission, monkeypatch):
    """The stories and causes are those that one grader tells alone."""
    text = (ROOT / "solution" / "framing.py").read_text("utf-8")
    text = text.replace('return data + b"\\n"', "return data")
    folder = submission(framing=text)
    options = ("-v", "--seed", "5", "--task", "1", "--task", "3")
    texts = [grade(folder, *options).text]
    monkeypatch.setenv(SCRATCH, "1")
    texts.append(grade(folder, *options).text)
    both, alone = (re.sub(r"\d+\.\d\d? s", "", text) for text in texts)
    assert both == alone
    assert both.count("Expected") > 2
