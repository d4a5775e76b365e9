"""Full gradings as a student runs them, for the scripts beside this file."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "kit")]


def grade(
    lay_out: Callable[[Path], object], *options: str
) -> tuple[list[str], str]:
    """Grade what `lay_out` writes into an empty folder.

    Returns the tests that were not passed, and what the grader printed.
    """
    with tempfile.TemporaryDirectory() as place:
        folder, score = Path(place, "submission"), Path(place, "score.json")
        folder.mkdir()
        lay_out(folder)
        paths = f"--submission={folder}", f"--json={score}"
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *paths, *options],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode not in (0, 1):
            return ["(trouble in the grader)"], done.stdout + done.stderr
        tests = json.loads(score.read_text("utf-8"))["tests"]
        failed = [t["test"] for t in tests if t["state"] != "passed"]
        return failed, done.stdout
