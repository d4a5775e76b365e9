"""The score: a row for each task, the total, and the one next step."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from harness.submission import Submission
from harness.tasks import TASKS, Task


@dataclass
class Outcome:
    """What became of one test."""

    test: str
    task: int
    rules: tuple[str, ...]
    points: int
    sentence: str
    state: str = "not tried"  # passed, failed, not started, …
    reason: str = ""  # why it is not tried, or broken
    story: list[str] = field(default_factory=list)
    cause: str = ""
    seconds: float = 0.0  # what it took, setup and teardown included


class Row:
    """One task of the scoreboard."""

    def __init__(self, task: Task, outcomes: list[Outcome]) -> None:
        self.task, self.outcomes = task, outcomes
        self.possible = sum(o.points for o in outcomes)
        passed = [o for o in outcomes if o.state == "passed"]
        self.earned = sum(o.points for o in passed)
        self.full = len(passed) == len(outcomes)
        self.state = self._state(len(passed))
        self.reason = next((o.reason for o in outcomes if o.reason), "")

    def _state(self, passed: int) -> str:
        states = {o.state for o in self.outcomes}
        for state in ("trouble", "broken", "missing", "failed"):
            if state in states:
                count = f"{passed} of {len(self.outcomes)} tests"
                return count if state == "failed" else state
        if self.full:
            return "done"
        return "not started" if "not started" in states else "not tried"

    @property
    def untouched(self) -> bool:
        """Return whether nothing of this task was run."""
        return self.state in ("not started", "not tried")


class Scoreboard:
    """All rows, from the outcomes of a grading run."""

    def __init__(
        self, outcomes: list[Outcome], submission: Submission, command: str
    ) -> None:
        self.submission, self.command = submission, command
        self.rows = [
            Row(task, [o for o in outcomes if o.task == number])
            for number, task in TASKS.items()
        ]
        self.rows = [row for row in self.rows if row.outcomes]
        self.earned = sum(row.earned for row in self.rows)
        self.possible = sum(row.possible for row in self.rows)
        self.full = all(row.full for row in self.rows)
        self.none_failed = all(o.state != "failed" for o in outcomes)

    def lines(self) -> list[str]:
        """Return the scoreboard as text."""
        head = f"{'Task':>4}  {'':24}{'Points':>8}"
        body = [
            f"{row.task.number:>4}  {row.task.title:24}"
            f"{row.earned:>4}/{row.possible:<3}  {row.state}"
            for row in self.rows
        ]
        total = f"Total {self.earned}/{self.possible}"
        return [head, *body, "", total, *self.next_step()]

    def next_step(self) -> list[str]:
        """Return the one thing to do next."""
        if self.full:
            return self._praise()
        if all(row.untouched for row in self.rows) and len(self.rows) > 1:
            return [self._welcome(), *self._start(self.rows[0])]
        row = next(row for row in self.rows if not row.full)
        return self._start(row) if row.untouched else self._mend(row)

    def _praise(self) -> list[str]:
        if self.possible == 100:
            return [
                "Everything works. Well done!",
                "On to notebooks/09_measure.ipynb: how fast is it?",
            ]
        following = TASKS.get(max(row.task.number for row in self.rows) + 1)
        if following is None:
            return ["Well done! `pytest` grades everything."]
        number = following.number
        if begin := following.begins_in():
            return [f"Well done! On to notebooks/{begin}, then Task {number}."]
        return [f"Well done! On to Task {number}: {following.reading()}."]

    def _welcome(self) -> str:
        return "Welcome! Nothing is filled in yet, and that is how it starts."

    def _start(self, row: Row) -> list[str]:
        task = row.task
        if row.state == "not tried":
            reason = row.reason or "was not reached"
            return [f"Next: Task {task.number} {reason}."]
        blank = self.submission.left_to_do(task)[0]
        line = self.submission.line_of(blank, task.file)
        place = f"{self.submission.folder.name}/{task.file}, line {line}"
        return [
            f"Next: Task {task.number}, `{blank}` in {place}.",
            *self._begin(task),
            f"      Read {task.reading()}.",
            f"      Then: {self.command} --task {task.number}",
        ]

    def _begin(self, task: Task) -> list[str]:
        """Return where to begin reading, if that is another notebook. Who
        grades this task alone has the page open already."""
        begin = task.begins_in() if len(self.rows) > 1 else ""
        return [f"      Begin with notebooks/{begin}."] if begin else []

    def _mend(self, row: Row) -> list[str]:
        number = row.task.number
        if row.state in ("broken", "missing"):
            return [
                f"Next: {row.reason}",
                f"      Then: {self.command} --task {number}",
            ]
        if row.state == "trouble":
            return ["The grader itself is in trouble; that is not your fault."]
        failed = next(o for o in row.outcomes if o.state == "failed")
        return [
            f"Next: mend Task {number}.",
            f"      {failed.sentence}",
            f"      Then: {self.command} --task {number}",
        ]

    def write(self, path: Path, seed: int) -> None:
        """Write the score as JSON, for whoever grades many."""
        outcomes = [asdict(o) for row in self.rows for o in row.outcomes]
        rows = [
            {
                "task": row.task.number,
                "title": row.task.title,
                "points": row.earned,
                "of": row.possible,
                "state": row.state,
            }
            for row in self.rows
        ]
        score = {
            "submission": str(self.submission.folder),
            "total": self.earned,
            "of": self.possible,
            "seed": seed,
            "tasks": rows,
            "tests": outcomes,
        }
        text = json.dumps(score, ensure_ascii=False, indent=1)
        # Half of a character that a program printed is \\udc80 in JSON.
        path.write_text(text + "\n", "utf-8", errors="backslashreplace")
