"""Rules against tests: each rule has a test, each test a rule and a task."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
POINTS = {1: 5, 2: 15, 3: 5, 4: 10, 5: 12, 6: 12, 7: 8, 8: 8, 9: 7, 10: 6}
POINTS |= {11: 6, 12: 6}
RULES = [f"P{n}" for n in range(1, 13)] + [f"C{n}" for n in range(1, 7)]


def graded_tests() -> dict[str, tuple[int, tuple, int, str]]:
    """Return task, rules, points and sentence of each graded test."""
    found = {}
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                mark, *_ = node.decorator_list  # others ask for fixtures
                task, *rules = map(ast.literal_eval, mark.args)
                (points,) = mark.keywords
                sentence = ast.get_docstring(node)
                found[node.name] = (
                    task,
                    tuple(rules),
                    ast.literal_eval(points.value),
                    sentence,
                )
    return found


TESTS = graded_tests()


def test_points_of_each_task():
    """The points of each task are those of the table, 100 in all."""
    sums = dict.fromkeys(POINTS, 0)
    for task, _, points, _ in TESTS.values():
        sums[task] += points
    assert sums == POINTS
    assert sum(POINTS.values()) == 100


def test_every_rule_has_a_test():
    """No rule of the protocol is without a graded test."""
    used = {rule for _, rules, _, _ in TESTS.values() for rule in rules}
    assert used == set(RULES)


def test_protocol_page_has_each_rule():
    """notebooks/protocol.md tells students of each rule, by its number."""
    page = (ROOT / "notebooks" / "protocol.md").read_text("utf-8")
    assert [
        rule for rule in RULES if not re.search(rf"\b{rule}\b", page)
    ] == []


@pytest.mark.parametrize("name", TESTS)
def test_graded_test(name):
    """A graded test has a task, rules, points, and a sentence to read."""
    task, rules, points, sentence = TESTS[name]
    assert task in POINTS
    assert rules
    assert points > 0
    assert sentence
    assert sentence.endswith(".")
    assert "test" not in sentence.lower()
    assert len(" ".join(sentence.split())) <= 79


def test_no_graded_test_sleeps_or_loops_for_ever():
    """Verbs own the waiting: no sleep, socket, try or while in a test."""
    for path in (ROOT / "tests").glob("test_*.py"):
        text = path.read_text("utf-8")
        for word in ("sleep", "socket.", "try:", "while ", "assert ", "re."):
            assert word not in re.sub(r'"""[^"]*"""|#.*', "", text), path
