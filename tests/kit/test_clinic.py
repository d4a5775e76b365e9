"""The clinic of notebook 10: each patient is ill, and can be found out."""

import sys
from pathlib import Path

import pytest

from harness.patience import patience

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / "notebooks"), str(ROOT / "notebooks" / "clinic")]
import ward  # noqa: E402
from clinic import _discharge, examine  # noqa: E402

SIZE = 4000  # bytes of a line
HEALTHY, BROKEN = 100, 200  # no task's number: who waits in vain waits less

# A model dialogue for each patient. Students do not find them in notebooks/.


def case1(relayed_chat, words):
    """P7: the text is delivered to the letter, however it is cut."""
    alice, bob = relayed_chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says('Привет! ' * 20)}")


def case2(chat, words):
    """P1: the server listens on 127.0.0.1 and nowhere else."""
    chat.join("alice")
    chat.listens_only_on("127.0.0.1")


def case3(chat, words):
    """P6: a newcomer takes nobody's place."""
    alice, bob, carol = chat.join("alice", "bob", "carol")
    alice.leaves()
    bob.hears(f"{alice.id}:Bye!")
    carol.hears(f"{alice.id}:Bye!")
    chat.joins("dave")
    carol.hears(f"{bob.id}:{bob.says(words.word())}")


def case4(chat, words):
    """P7: the longest line arrives."""
    alice, bob = chat.join("alice", "bob")
    bob.hears(f"{alice.id}:{alice.says(words.text(4096))}")


def case5(chat, words):
    """P9: after Bye! comes a clean end, whatever else was sent."""
    alice, bob = chat.join("alice", "bob")
    alice.pours(b"Bye!\n" + b"x" * 200_000)
    bob.hears(f"{alice.id}:Bye!")
    alice.hears_the_end(clean=True)


def case6(chat, words):
    """P10: nothing is left of those whose connections broke."""
    alice, bob = chat.join("alice", "bob")
    before = chat.usage_beside(alice, bob)
    for guest in chat.crowd(10):
        guest.vanishes()
    chat.goes_back_to(before)


def case7(chat, words):
    """P12: after Ctrl-C everybody sees the end, and the server ends."""
    (alice,) = chat.join("alice")
    chat.is_interrupted()
    alice.hears_the_end(clean=True)
    chat.exits_cleanly()


def case8(narrow_chat, words):
    """P11: somebody who does not read delays nobody."""
    alice, bob = narrow_chat.join("alice", "bob")
    narrow_chat.staller("eve")
    for _ in range(10):
        said = alice.says_all([words.text(SIZE)] * 10)
        bob.hears_all([f"{alice.id}:{text}" for text in said])


MODELS = dict(enumerate([case1, case2, case3, case4], 1))
MODELS |= dict(enumerate([case5, case6, case7, case8], 5))


@pytest.mark.parametrize("number", ward.CASES)
def test_patient(number):
    """A model dialogue fails on the broken server, and passes on ours."""
    patience.begin(HEALTHY)
    result = ward.play(MODELS[number], ward.healthy())
    assert result["passed"], result
    patience.begin(BROKEN)
    result = ward.play(MODELS[number], ward.patient(number))
    assert not result["passed"]
    assert "mistake" not in result, result
    assert any(rule in ward.CASES[number].rules for rule in rules(number))


def rules(number: int) -> list[str]:
    """Return the rules that a model's docstring names."""
    return MODELS[number].__doc__.partition(":")[0].split(", ")


@pytest.mark.parametrize("number", ward.CASES)
def test_mended(number):
    """Only the first patient has been mended, as the example."""
    assert ward.is_begun(number) == (number == 1)


def test_the_example_is_mended():
    """What the notebook shows as the mend of case 1 is one."""
    assert ward.play(case1, ward.patient(1, "mended"))["passed"]
    assert ward.graded(1) == {"task": 3, "lacks": ""}


@pytest.mark.parametrize("number", [1, 2, 5])  # the others take long
def test_a_mend_that_is_none(number):
    """Who passes the reader's test, and not ours, does not go home."""
    yours = {"passed": True, **ward.graded(number, "broken")}
    assert yours["lacks"]
    told = _discharge(yours)
    assert told.endswith(yours["lacks"]) and "may go home" not in told


def case3_asserts(chat, words):
    """P6: ids are never used again."""
    alice, _ = chat.join("alice", "bob")
    alice.leaves()
    assert chat.joins("carol").id == 2


def case3_always(chat, words):
    """P6: ids are never used again."""
    assert chat.joins("alice").id == 1


def case2_list(chat, words):
    """P1: the server listens on 127.0.0.1 and nowhere else."""
    alice = chat.join("alice")
    alice.says("hello")


def case2_empty(chat, words):
    """P1: the server listens on 127.0.0.1 and nowhere else."""
    chat.listens_only_on("127.0.0.1")


@pytest.mark.parametrize(
    ("dialogue", "says"),
    [
        (case3_asserts, "fails on the broken server. Your `assert"),
        (case3_always, "fails on ours too"),
        (case2_list, "join gives a list"),
        (case2_empty, "nobody has joined yet"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_a_reader_is_told(dialogue, says, capsys):
    """Who asserts by hand, or forgets a guest, learns what it is worth."""
    assert examine(dialogue) is (dialogue is case3_asserts)
    assert says in " ".join(capsys.readouterr().out.split())
