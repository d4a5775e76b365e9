"""What the student reads when a test fails: the story so far, and a cause."""

import itertools
import textwrap
from dataclasses import dataclass, field

from harness.causes import likely_cause
from harness.complaint import Complaint, Kind, compare
from harness.patience import patience
from harness.people import Record
from harness.program import Program
from harness.submission import Submission
from harness.tasks import Task

WIDTH = 79
LABEL = 12  # columns of "Expected", "Got", …
FIRST, LAST = 2, 8  # rows that are told of a long story
RUN = 3  # reads, or writes, in a row that are all told
HANGS = {
    Kind.SILENCE,
    Kind.NOT_READY,
    Kind.NOT_PRINTED,
    Kind.NOT_ENDED,
    Kind.NO_EXIT,
    Kind.LEFT_BEHIND,
}


@dataclass
class Scene:
    """All that is known of a failure when it happens."""

    task: Task
    test: str
    sentence: str
    rules: tuple[str, ...]
    complaint: Complaint
    submission: Submission
    record: Record
    programs: list[Program]
    again: str  # the command that plays it once more
    attached: bool  # is it a server that somebody else runs?
    exceptions: list[dict] = field(default_factory=list)
    threads: list[dict] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        hangs = self.complaint.kind in HANGS
        for program in self.programs:
            if self.complaint.kind in (Kind.ENDED, Kind.RESET):
                program.wait_for_exception()  # it may be on its way
            if hangs and program.running():
                self.threads += program.where()
            self.exceptions += program.exceptions()
            if limit := program.limit or program.flood():
                self.limits.append(f"{program.name}: {limit}")
        if patience.too_late():
            self.limits.append("answers came late, and took too long in all")
        elif patience.spent():
            self.limits.append("the tests of this task took too long")


def tell(scene: Scene) -> list[str]:
    """Return the story of a failure, in lines of at most 79 columns."""
    rules = ", ".join(scene.rules)
    lines = [
        *_wrap(f"Task {scene.task.number}", f"{scene.sentence} ({rules})"),
        "",
        *_events(scene.record),
        *_wrap("Expected", scene.complaint.expected),
        *_wrap("Got", scene.complaint.got),
        *_bytes(scene.complaint),
        *_exceptions(scene),
        *_threads(scene),
        *_printed(scene),
        *[row for text in scene.limits for row in _wrap("Limit", text)],
    ]
    cause = likely_cause(scene)
    if cause:
        lines += _wrap("Cause", cause)
    reading = scene.task.reading()
    return [*lines, *_wrap("Read", reading), *_wrap("Again", scene.again)]


def _wrap(label: str, text: str) -> list[str]:
    """Return a label and a text beside it, on as many lines as it takes."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=label.ljust(LABEL),
        subsequent_indent=" " * LABEL,
        break_long_words=True,
        break_on_hyphens=False,
    ) or [label]


def _events(record: Record) -> list[str]:
    """Return what happened; of a long story the beginning and the end, and
    of many reads or writes in a row the first and the last."""
    told: list[tuple[str, int]] = []  # a row, and how many events it is
    for _, run in itertools.groupby(record.events, _sort):
        rows = [(_event(*event), 1) for event in run]
        if len(rows) > RUN:
            rows[1:-1] = [_more(rows[1:-1])]
        told += rows
    if len(told) > FIRST + LAST + 1:
        told[FIRST:-LAST] = [_more(told[FIRST:-LAST])]
    return [clip(row) for row, _ in told]


def _event(at: float, who: str, what: str) -> str:
    """Return a row for an event."""
    when, name = (f"{at:7.2f} s", f"{who:8}") if who else ("", "")
    return f"{when:10}  {name} {what}"


def _sort(event: tuple[float, str, str]) -> object:
    """Return what reads (writes) in a row by the same person share."""
    _, who, what = event
    return (who, what[:2]) if what[:2] in ("<-", "->") else event


def _more(rows: list[tuple[str, int]]) -> tuple[str, int]:
    """Return a row in place of others."""
    count = sum(count for _, count in rows)
    return f"{'…':>9}  {count} more", count


def visible(text: str) -> str:
    """Return a line that steers no terminal, and that UTF-8 can hold."""
    return text if text.isprintable() else repr(text)[1:-1]


def clip(row: str) -> str:
    """Return a row that fits, with a sign that it goes on."""
    return row if len(row) <= WIDTH else row[: WIDTH - 1] + "…"


def _bytes(complaint: Complaint) -> list[str]:
    """Return expected and got as bytes, with a caret where they part."""
    if complaint.want is None or complaint.have is None:
        return []
    want, have, caret = compare(complaint.want, complaint.have)
    return [
        "  expected  " + want,
        "  got       " + have,
        "            " + caret,
    ]


def _exceptions(scene: Scene) -> list[str]:
    """Return the first uncaught exception, with the student's line."""
    if not scene.exceptions:
        return []
    error = scene.exceptions[0]
    thread = f", in thread {error['thread']}" if error["thread"] else ""
    text = f": {error['text']}" if error["text"] else ""
    rows = _wrap("Exception", f"{error['type']}{text}{thread}")
    for place in error["places"][-2:]:
        rows += _place(scene, place)
    return rows


def _place(scene: Scene, place: dict) -> list[str]:
    """Return a place in the submission, with its line of source."""
    if place["ours"]:
        return [f"{'':12}in the kit's own {place['function']}"]
    source = scene.submission.source_line(place["file"], place["line"])
    where = f"{place['file']}, line {place['line']}, in {place['function']}"
    return [f"{'':12}{where}", clip(f"{'':14}{source}")]


def _threads(scene: Scene) -> list[str]:
    """Return where each thread waits, those at one place together."""
    places: dict[str, list[str]] = {}
    for thread in scene.threads:
        if not thread.get("file"):
            continue
        where = f"{thread['file']}, line {thread['line']}"
        if thread["ours"]:
            where = f"the kit's own {thread['function']}"
        else:
            text = scene.submission.source_line(thread["file"], thread["line"])
            where += f": {text}"
        places.setdefault(where, []).append(thread["name"])
    rows = []
    for where, names in sorted(places.items(), key=lambda p: p[1]):
        who = names[0] if len(names) == 1 else f"{len(names)} threads"
        label = "Threads" if not rows else ""
        rows.append(clip(f"{label:12}{who:12} at {where}"))
    return rows[:6]


def _printed(scene: Scene) -> list[str]:
    """Return the last lines that the programs printed, if any matter."""
    rows = []
    for program in scene.programs:
        for output in (program.stdout, program.stderr):
            for line in output.text().splitlines()[-3:]:
                if line and not line.startswith("Listening on "):
                    label = "Printed" if not rows else ""
                    shown = visible(line[: 2 * WIDTH])
                    rows.append(clip(f"{label:12}{program.name}: {shown}"))
    return rows[-4:]
