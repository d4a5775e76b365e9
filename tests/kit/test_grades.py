"""Grading whole submissions, as a student would, with `pytest`."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import grade

ROOT = Path(__file__).resolve().parents[2]
HARNESS = (
    "harness/",
    "plugin.py",
    "people.py",
    "conftest.py",
    "INTERNALERROR",
)

SILENT = """
import argparse, socket, time
parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=14900)
args = parser.parse_args()
listener = socket.create_server((args.host, args.port))
print("Listening on %s:%d" % listener.getsockname())
kept = []
try:
    while True:
        kept.append(listener.accept())
except KeyboardInterrupt:
    pass
"""

SHOUTING = """
import argparse, socket, threading
parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=14900)
args = parser.parse_args()
listener = socket.create_server((args.host, args.port))
print("Listening on %s:%d" % listener.getsockname())

def shout(conn):
    try:
        while True:
            conn.sendall(b"0:hello\\n1:Bye!\\nServer: line too long\\n")
    except OSError:
        pass

while True:
    conn, _ = listener.accept()
    threading.Thread(target=shout, args=(conn,), daemon=True).start()
"""


def no_frames_of_ours(text: str) -> bool:
    """Return whether no line of the grader itself is shown."""
    return not any(word in text for word in (*HARNESS, "Traceback"))


def test_the_solution_gets_full_marks(submission):
    """solution/ earns 100 of 100, and the exit code is 0."""
    result = grade(submission("solution"))
    assert result.not_passed() == [], result.text
    assert (result.total, result.code) == (100, 0)
    assert "Total 100/100" in result.text


def test_the_untouched_starter(submission):
    """Twelve rows, no points, a welcome, the first step, no red wall."""
    result = grade(submission("starter"))
    assert (result.total, result.code) == (0, 1)
    assert result.rows() == {
        **dict.fromkeys(range(1, 12), "not started"),
        12: "not tried",
    }
    assert "Welcome!" in result.text
    assert re.search(
        r"Next: Task 1, `encode_line` in .*, line \d+", result.text
    )
    assert len(result.text.splitlines()) <= 25
    assert "fail" not in result.text.lower()


@pytest.mark.parametrize(
    ("server", "kind"), [(SILENT, "silent"), (SHOUTING, "shouting")]
)
def test_no_points_for_nothing(submission, server, kind):
    """A server that never speaks, and one that only shouts, earn 0."""
    folder = submission("starter", server=server)
    result = grade(folder, "--seed", "1")
    assert result.total == 0, result.text
    folder.joinpath("framing.py").write_bytes(
        (ROOT / "solution" / "framing.py").read_bytes()
    )
    again = grade(folder, "--seed", "1", *tasks(4, 5, 6, 7, 8, 9))
    assert again.total == 0, again.text
    assert no_frames_of_ours(again.text)
    assert len(again.text) < 1_000_000


def tasks(*numbers: int) -> list[str]:
    return [word for n in numbers for word in ("--task", str(n))]


def test_half_filled(submission):
    """With the first three tasks done the next step is the fourth."""
    framing = (ROOT / "solution" / "framing.py").read_text("utf-8")
    result = grade(submission("starter", framing=framing))
    assert (result.total, result.code) == (25, 1)
    assert "Next: Task 4, `ChatServer.accept_thread`" in result.text
    assert "Total 25/100" in result.text


def test_any_order(submission):
    """The last task can be done first: the others are ours."""
    starter = (ROOT / "starter" / "client.py").read_text("utf-8")
    solution = (ROOT / "solution" / "client.py").read_text("utf-8")
    start = solution.index("        # Task 10")
    body = solution[start : solution.index("    def input_thread")]
    begin = starter.index("        # Task 10")
    client = (
        starter[:begin]
        + body
        + starter[starter.index("    def input_thread") :]
    )
    result = grade(submission("starter", client=client))
    assert result.rows()[10] == "done", result.text
    assert result.total == 6


def test_one_task(submission):
    """--task grades that task alone, and 0 means that it is done."""
    result = grade(submission("solution"), *tasks(2, 7))
    assert (result.total, result.code) == (23, 0)
    assert "Total 23/23" in result.text


def test_the_seed_replays(submission):
    """The same seed plays the same words."""
    text = (ROOT / "solution" / "framing.py").read_text("utf-8")
    text = text.replace('return data + b"\\n"', "return data")
    folder = submission("solution", framing=text)
    options = ("--seed", "77", *tasks(1))
    stories = [
        re.sub(r"\d+\.\d\d s", "", grade(folder, *options).text)
        for _ in range(2)
    ]
    assert stories[0] == stories[1]
    assert "--seed 77" in stories[0]


def test_a_failure_tells_the_story(submission):
    """Sentence, steps, expected and got, the caret, cause, where to read."""
    text = (ROOT / "solution" / "server.py").read_text("utf-8")
    text = text.replace('f"{id}:{text}"', 'f"{id} {text}"')
    folder = submission("solution", server=text)
    result = grade(folder, *tasks(8))
    for word in ("Expected", "Got", "^", "Read", "Again", "alice", "->", "<-"):
        assert word in result.text
    first = result.text.split("-" * 79)[1]
    assert len(first.strip().splitlines()) <= 25
    assert all(len(row) <= 79 for row in first.splitlines())
    assert no_frames_of_ours(result.text)
    assert result.text.count("Expected") == 1
    full = grade(folder, "-v", *tasks(8))
    assert full.text.count("Expected") == len(full.not_passed())


def test_hang_in_every_blank_is_cheap(submission):
    """A program that hangs is ended, and told where it hangs."""
    files = {
        name: re.sub(
            r"raise NotImplementedError\(.*\)",
            "while True: pass",
            (ROOT / "starter" / f"{name}.py").read_text("utf-8"),
        )
        for name in ("framing", "server", "client")
    }
    result = grade(submission("starter", **files), *tasks(1, 5, 10))
    assert result.total == 0
    assert "while True: pass" in result.text
    assert no_frames_of_ours(result.text)


def test_outside_folder_in_one_word_and_in_two(submission):
    """--submission=PATH and --submission PATH are the same."""
    folder = submission("starter")
    for words in ([f"--submission={folder}"], ["--submission", str(folder)]):
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "--task", "1", *words],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert "Total 0/5" in done.stdout, done.stdout + done.stderr


TROUBLE = """
import pytest

@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems():
    from harness.functions import Functions

    Functions.encodes = lambda *args: 1 / 0
"""


def test_trouble_in_the_grader_is_not_the_students(
    submission, tmp_path, monkeypatch
):
    """If the grader stumbles it says so, and the exit code is 3."""
    tmp_path.joinpath("stumble.py").write_text(TROUBLE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    result = grade(submission("solution"), "-p", "stumble", *tasks(1))
    assert result.code == 3, result.text
    assert result.rows()[1] == "trouble"
    assert "The grader itself is in trouble" in result.text
    assert "mend" not in result.text
