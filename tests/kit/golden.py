"""What a student reads, kept as text and compared.

`pytest tests/kit/test_zoo.py --record` writes the texts anew (with `--all`
those of more programs): read what git says has changed. Times, paths, counts
and what the wire cut where are masked. Where two runs tell the same failure
along different events (threads take turns), the text keeps all but the
events; compared they never are.
"""

import re
from pathlib import Path

TEXTS = Path(__file__).resolve().parents[1] / "zoo" / "words"
EVENTS = "   (what happened)"
MASKS = (
    # A long path wraps the line.
    (r"(Again  |Then:)( +)pytest\b.*(\n {12}.*)*", r"\1\2(the command)"),
    (r"\d+\.\d+ s\b", "# s"),
    (r"\bport \d{4,5}\b", "port #"),
    (r"127\.0\.0\.1:\d+", "127.0.0.1:#"),
    (r"\d+ (threads|more|bytes|lines)\b", r"# \1"),
    (r"[ ]+$", ""),
)
EVENT = re.compile(
    r" +# s +\S|  +…  # more|(Threads )?  +\S+( threads)?   +at "
)


def masked(text: str) -> str:
    """Return a report without what differs from run to run."""
    for pattern, mask in MASKS:
        text = re.sub(pattern, mask, text, flags=re.MULTILINE)
    return re.sub(r"(\n   # s)  +", r"\1   ", text)


def without_events(text: str) -> str:
    """Return a masked report, one line in place of what happened."""
    lines: list[str] = []
    for line in text.splitlines():
        if EVENT.match(line):
            line = EVENTS
        if line != EVENTS or lines[-1:] != [EVENTS]:
            lines.append(line)
    return "\n".join(lines) + "\n"


def same(kept: str, told: str) -> bool:
    """Return whether a report says what the kept text says.

    The events are not compared: what TCP brings in one piece, it may bring
    in two the next time.
    """
    kept, told = without_events(kept), without_events(masked(told))
    pieces = r"(Got +(?:only|first came)) [\s\S]*?\n(?=[A-Z])"
    return re.sub(pieces, r"\1\n", kept) == re.sub(pieces, r"\1\n", told)


def record(name: str, *told: str) -> None:
    """Keep what some runs of one program told, if they told the same."""
    texts = {masked(text) for text in told}
    if len(texts) > 1:
        texts = {without_events(text) for text in texts}
    path = TEXTS / f"{name}.txt"
    if len(texts) == 1:
        path.parent.mkdir(exist_ok=True)
        path.write_text(texts.pop(), "utf-8")
    else:  # a race: who suffers first is another one each time
        path.unlink(missing_ok=True)


def kept(name: str) -> str:
    """Return what is kept of a program, "" if nothing is."""
    path = TEXTS / f"{name}.txt"
    return path.read_text("utf-8") if path.exists() else ""
