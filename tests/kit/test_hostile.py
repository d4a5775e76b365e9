"""Hostile programs: none hangs the grader, none outlives it, none cheats."""

import json
import subprocess
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

import zoo
from conftest import sampled
from harness.process import TAG
from test_grades import no_frames_of_ours

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = {hostile.name: hostile for hostile in zoo.hostile_programs()}
MOST_SECONDS = 280  # most take five; a busy machine takes its time
MOST_TEXT = 1 << 20  # bytes of a report
KILLER = "kills_the_grader"  # for which there can be no report
OTHERS = [name for name in HOSTILE if name != KILLER]
SAMPLED = sampled(OTHERS, lambda name: OTHERS.index(name) % 3 == 0)


@dataclass
class Result:
    """What grading a hostile program came to."""

    code: int
    text: str
    score: dict | None
    survivors: list[str]


def attack(hostile: zoo.Hostile, folder: Path) -> Result:
    """Grade a hostile program, and look for what is left of it."""
    score = folder.with_suffix(".json")
    command = [sys.executable, "-m", "pytest", f"--submission={folder}"]
    options = ["--task", str(hostile.task), f"--json={score}"]
    grader = subprocess.Popen(
        [*command, *options, "--seed", "1"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        out, _ = grader.communicate(timeout=MOST_SECONDS)
    finally:
        grader.kill()
        left = survivors(hostile, grader.pid)
    points = json.loads(score.read_text("utf-8")) if score.exists() else None
    return Result(grader.returncode, out.decode(), points, left)


def survivors(hostile: zoo.Hostile, grader: int) -> list[str]:
    """End what is left of a program, and return what it was."""
    found = []
    for process in psutil.process_iter():
        try:
            ours = process.environ().get(TAG) == str(grader)
            if ours or hostile.mark in process.cmdline():
                found.append(process)
        except (psutil.Error, OSError):
            pass  # not ours to look at
    # Who lost the grader just now is on its way out.
    _, left = psutil.wait_procs(found, timeout=3)
    names = [" ".join(process.cmdline())[:200] for process in left]
    for process in left:
        process.kill()
    return names


@pytest.fixture(scope="module")
def results(tmp_path_factory, request) -> dict[str, Future]:
    """What became of those that are asked for, a few at a time."""
    items = [i for i in request.session.items if hasattr(i, "callspec")]
    asked = {i.callspec.params.get("name") for i in items} | {KILLER}

    def attacked(hostile: zoo.Hostile) -> Result:
        folder = tmp_path_factory.mktemp(hostile.name) / "hostile"
        folder.mkdir()
        return attack(hostile, hostile.lay_out(folder))

    tmp_path_factory.getbasetemp()  # once, before several threads ask
    with ThreadPoolExecutor(max_workers=5) as pool:
        yield {
            name: pool.submit(attacked, hostile)
            for name, hostile in HOSTILE.items()
            if name in asked
        }


@pytest.mark.parametrize("name", SAMPLED)
def test_hostile_program(name, results):
    """The report says what happened, gives no points, and nothing is left."""
    hostile, result = HOSTILE[name], results[name].result()
    assert result.survivors == []
    assert result.code == 1, result.text[-3000:]
    assert hostile.says in result.text, result.text
    passed = [t for t in result.score["tests"] if t["state"] == "passed"]
    assert {t["test"] for t in passed} <= {*hostile.passes}
    assert len(result.text) < MOST_TEXT
    assert no_frames_of_ours(result.text), result.text
    assert all(c.isprintable() or c == "\n" for c in result.text)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL to send")
def test_the_grader_is_killed(results):
    """Nobody can prevent that; but there are no points, and no children."""
    result = results[KILLER].result()
    assert result.score is None
    assert result.survivors == []
