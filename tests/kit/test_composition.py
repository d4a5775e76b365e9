"""Yours or ours: whose body runs for which task."""

import re
from pathlib import Path

import pytest

from harness.submission import Refusal, Submission
from harness.tasks import TASKS

ROOT = Path(__file__).resolve().parents[2]
RIGHT = """def encode_line(text, limit=4096):
    return text.encode() + b"\\n"
"""


def read(folder: Path) -> Submission:
    return Submission(folder, ROOT / "solution")


def starter(name: str) -> str:
    return (ROOT / "starter" / f"{name}.py").read_text("utf-8")


def refusal(folder: Path, task: int) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(folder).plan(TASKS[task])
    return caught.value


def fill(text: str, task: int, body: str) -> str:
    """Put `body` in place of the line that raises, in each blank of a task."""
    return re.sub(
        rf'( +)raise NotImplementedError\("Task {task}: \w+"\)',
        lambda m: m[1] + body,
        text,
    )


def test_untouched_is_not_started(submission):
    """Nothing of an untouched starter runs."""
    folder = submission("starter")
    for task in list(TASKS)[:11]:
        assert refusal(folder, task).state == "not started"
    assert refusal(folder, 12).state == "not tried"


@pytest.mark.parametrize("body", ["pass", "...", '"""Soon."""'])
def test_an_emptied_blank_is_not_started(submission, body):
    """Taking the raise away does not begin a blank."""
    folder = submission("starter", framing=fill(starter("framing"), 1, body))
    assert refusal(folder, 1).state == "not started"


def test_ours_in_every_other_blank(submission):
    """The body of the task at hand is kept, and no other."""
    text = fill(starter("framing"), 1, "return b''")
    plan = read(submission("starter", framing=text)).plan(TASKS[1])
    assert set(plan.ours["framing.py"]) == {"LineBuffer.feed", "read_lines"}
    assert plan.sources["framing.py"] == text.encode()
    assert "ChatServer.close" in plan.ours["server.py"]


def test_what_students_add_is_welcome(submission):
    """Imports, helpers and comments do not make another structure."""
    text = "import re\n" + fill(starter("framing"), 1, "return helper(text)")
    text += "\n\ndef helper(text):  # мой\n    return text.encode()\n"
    folder = submission("starter", framing=text)
    assert read(folder).composable("framing.py")
    assert not read(folder).warnings()


def test_changed_given_code_is_graded_as_it_stands(submission):
    """Who changes what is given gets a note; the file runs as it is."""
    text = (ROOT / "solution" / "server.py").read_text("utf-8")
    text = text.replace("backlog=1024", "backlog=5")
    folder = submission("solution", server=text)
    assert not read(folder).composable("server.py")
    assert "ChatServer.__init__` was changed" in read(folder).warnings()[0]
    assert read(folder).plan(TASKS[5]).ours == {}


def test_another_structure_with_blanks_left(submission):
    """As it stands, a task is not tried before what it needs is begun."""
    text = starter("server").replace("backlog=1024", "backlog=5")
    text = fill(text, 5, "return None")
    folder = submission("starter", server=text)
    assert refusal(folder, 5).state == "not tried"
    assert "tasks 1, 2, 3" in refusal(folder, 5).reason


def test_a_broken_file_costs_only_its_own_tasks(submission):
    """A syntax error in server.py does not touch framing.py."""
    text = fill(starter("framing"), 1, "return b''")
    folder = submission("starter", framing=text, server="def (:\n")
    assert read(folder).plan(TASKS[1]).sources["framing.py"]
    broken = refusal(folder, 5)
    assert broken.state == "broken"
    assert "server.py, line 1" in broken.reason


def test_a_deleted_blank(submission):
    """A blank that is gone is named; the other tasks do not mind."""
    text = starter("framing")
    start = text.index("def encode_line")
    text = text[:start] + text[text.index("class LineBuffer") :]
    text = fill(text, 3, "yield 'x'")
    folder = submission("starter", framing=text)
    assert "encode_line" in refusal(folder, 1).reason
    assert read(folder).plan(TASKS[3]).ours


def test_another_program_altogether(submission):
    """A server of another make is graded as it is."""
    folder = submission("solution", server="print('hello')\n")
    plan = read(folder).plan(TASKS[5])
    assert plan.sources["server.py"] == b"print('hello')\n"
    assert plan.ours == {}


def test_without_the_reference(submission, tmp_path):
    """Where there is no solution/, all is graded as it stands."""
    folder = submission("solution")
    alone = Submission(folder, tmp_path / "nowhere")
    assert alone.plan(TASKS[5]).ours == {}
    assert not alone.warnings()
