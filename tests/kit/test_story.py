"""What the student reads: bytes, carets, clipping, sentences."""

from harness.complaint import ascii_bytes, compare, quote, show
from harness.people import Record
from harness.scoreboard import Outcome, Row
from harness.story import _events
from harness.tasks import TASKS


def test_bytes_are_shown_in_one_way():
    """Always b"…", whatever quotes there are."""
    assert ascii_bytes(b"it's\n") == 'b"it\'s\\n"'
    assert ascii_bytes(b'a "b"') == 'b"a \\"b\\""'


def test_long_bytes_lose_their_middle():
    """Of many bytes the two ends are shown, and how many there are."""
    text = show(b"a" * 500 + b"\n")
    assert text.startswith('b"aaa')
    assert text.endswith('\\n" (501 bytes)')
    assert len(text) < 90


def test_the_caret_stands_where_they_part():
    """The caret is below the first byte that differs."""
    want, have, caret = compare(b"0:hello\n", b"0:help\n")
    assert want == '"0:hello\\n"'
    assert have == '"0:help\\n"'
    assert caret.index("^") == want.index("lo")


def test_the_caret_behind_escapes():
    """An escape is four columns wide, and the caret knows it."""
    want, have, caret = compare("é\n".encode(), "é!".encode())
    assert want[caret.index("^") :] == '\\n"'
    assert have[caret.index("^") :] == '!"'


def test_the_caret_far_out():
    """Of a long common part only the end is shown."""
    want, have, caret = compare(b"x" * 4000 + b"a", b"x" * 4000 + b"b")
    assert want[caret.index("^")] == "a"
    assert have[caret.index("^")] == "b"
    assert len(want) < 79


def test_quotes_hide_no_control_characters():
    """What cannot be printed is shown as an escape."""
    assert quote("a\x1bb") == '"a\\x1bb"'
    assert len(quote("x" * 500)) <= 50


def test_a_long_story_keeps_both_ends():
    """Of a hundred events the first two and the last eight are told."""
    record = Record()
    for n in range(100):
        record.note("alice", f"step {n}")
    rows = _events(record)
    assert len(rows) == 11
    assert rows[0].endswith("step 0")
    assert "90 more" in rows[2]
    assert rows[-1].endswith("step 99")
    assert all(len(row) <= 79 for row in rows)


def test_many_reads_in_a_row_are_told_shortly():
    """Of each such run the first and the last; all events are counted."""
    record = Record()
    record.note("alice", "connects")
    for n in range(50):
        record.note("alice", f"<- line {n}")
    record.note("bob", "<- line 49")
    for n in range(3):
        record.note("alice", f"-> {n}")
    told = [row.split(" s ")[-1].split() for row in _events(record)]
    assert [" ".join(words) for words in told] == [
        "alice connects",
        "alice <- line 0",
        "… 48 more",
        "alice <- line 49",
        "bob <- line 49",
        "alice -> 0",
        "alice -> 1",
        "alice -> 2",
    ]
    for n in range(50):
        record.note("bob", f"says {n}")
    assert f"{105 - 2 - 8} more" in _events(record)[2]


def outcome(state: str, points: int = 1) -> Outcome:
    return Outcome("t", 2, ("P2",), points, "A sentence.", state)


def test_row_states():
    """A row of the scoreboard says what became of its tests."""
    task = TASKS[2]
    full = Row(task, [outcome("passed"), outcome("passed", 3)])
    half = Row(task, [outcome("passed"), outcome("failed", 3)])
    none = Row(task, [outcome("not started"), outcome("not started")])
    assert (full.state, full.earned, full.possible) == ("done", 4, 4)
    assert (half.state, half.earned) == ("1 of 2 tests", 1)
    assert (none.state, none.earned) == ("not started", 0)
