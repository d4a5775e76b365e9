"""Files that are not what they should be: a clear sentence for each."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import grade
from test_grades import no_frames_of_ours, tasks

ROOT = Path(__file__).resolve().parents[2]
FRAMING = (ROOT / "solution" / "framing.py").read_text("utf-8")
STARTER = (ROOT / "starter" / "framing.py").read_text("utf-8")
FIRST = FRAMING.index('    if "\\n" in text')


def with_first(body: str) -> str:
    """Return framing.py with another body for Task 1."""
    end = FRAMING.index("class LineBuffer")
    return FRAMING[:FIRST] + body + "\n\n\n" + FRAMING[end:]


RIGHT = FRAMING[FIRST : FRAMING.index("class LineBuffer")].rstrip()
CASES = {
    "no file": (None, "There is no framing.py"),
    "syntax error": (with_first("    if text\n        pass"), "line 27"),
    "indentation": (with_first("    x = 1\n      y = 2"), "indent"),
    "tabs": (with_first("    x = 1\n\treturn x"), "spaces"),
    "not utf-8": (
        FRAMING.encode() + b"# \xe4\n",
        "not UTF-8. Save",
    ),
    "null bytes": (FRAMING.encode() + b"\0", "framing.py"),
    "deleted blank": (
        FRAMING[: FRAMING.index("def encode_line")]
        + FRAMING[FRAMING.index("class LineBuffer") :],
        "no `encode_line` any more",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_for_each(submission, case):
    """What is wrong with the file is said, once, without a traceback."""
    content, sentence = CASES[case]
    result = grade(submission("solution", framing=content), *tasks(1, 4))
    assert result.rows()[1] == ("missing" if content is None else "broken")
    assert sentence in result.text
    assert no_frames_of_ours(result.text)
    assert result.rows()[4] == "done", result.text


GOOD = {
    "bom": b"\xef\xbb\xbf" + FRAMING.encode(),
    "windows newlines": FRAMING.replace("\n", "\r\n").encode(),
    "cyrillic comments": with_first("    # сначала проверим\n" + RIGHT),
    "print everywhere": with_first("    print('here', text)\n" + RIGHT),
}


@pytest.mark.parametrize("case", GOOD)
def test_what_does_no_harm(submission, case):
    """A BOM, Windows newlines, comments in any language, prints."""
    result = grade(submission("solution", framing=GOOD[case]), *tasks(1))
    assert (result.total, result.code) == (5, 0), result.text


def test_raise_left_above_a_right_answer(submission):
    """The line that raises is named, and that it must go."""
    body = '    raise NotImplementedError("Task 1: encode_line")\n' + RIGHT
    result = grade(submission("solution", framing=with_first(body)), *tasks(1))
    assert result.rows()[1] == "0 of 3 tests"
    flat = " ".join(result.text.split())
    assert "still raises NotImplementedError. Delete that line" in flat


@pytest.mark.parametrize("name", ["socket", "queue"])
def test_a_file_that_hides_a_module(submission, name):
    """A file named like a module of Python is no trap, but is named."""
    folder = submission("solution", **{name: "1 / 0\n"})
    result = grade(folder, *tasks(1, 4))
    assert f"{name}.py hides Python's own module" in result.text
    assert result.total == 15


def test_files_of_theirs_for_pytest_do_nothing(submission):
    """A conftest.py and a pytest.ini that come along are not read."""
    folder = submission("starter", conftest="1 / 0\n", sitecustomize="1 / 0\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --wrong\n")
    result = grade(folder, *tasks(1))
    assert (result.total, result.rows()[1]) == (0, "not started")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--submission=nowhere"], "There is no folder nowhere"),
        (["--json=nowhere/points.json"], "There is no folder for nowhere"),
        (["--attach=127.0.0.1:99999"], "Nobody listens at"),
        (["-n2"], "Grade without -n"),
        (["--task=13"], "--task"),
    ],
)
def test_a_command_line_that_cannot_be_meant(options, sentence):
    """Exit code 4, and a sentence that says what is wrong with it."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 4, done.stdout + done.stderr
    assert sentence in done.stderr
    assert no_frames_of_ours(done.stdout + done.stderr)
