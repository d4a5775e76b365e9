"""The clinic of notebooks 10 to 10c: plays your dialogues to broken servers.

The servers run in processes of their own, and so do the dialogues.
"""

import ast
import difflib
import inspect
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
WARD = HERE / "clinic" / "ward.py"
PATIENCE = 180  # seconds that a dialogue may take, all servers together
CASES = range(1, 9)
VERBS = """\
ann, bob = chat.join("Ann", "Bob")     they connect, and are greeted
carl = chat.joins("Carl")              the same for one
ann.says(text)                         sends a line, and gives the text back
bob.hears(line)                        the next line must be this one
ann.leaves()                           says Bye!, and sees the end
ann.closes()                           the stream ends
ann.vanishes()                         the connection breaks
ann.hears_the_end(clean=True)          next comes the end, and no reset

For special guests:
ann.sends(data)                        sends bytes, with a newline or without
ann.pours(data)                        the same; they may be refused half way
chat.staller("Bob")                    Bob joins, and never reads
chat.crowd(10)                         a list of ten guests
before = chat.usage_beside(ann, bob)   what the server holds now
chat.goes_back_to(before)              it holds no more than before
chat.listens_only_on(host)             no other address is open
chat.is_interrupted()                  Ctrl-C at the server
chat.exits_cleanly()                   ends with code 0 and no traceback
relayed_chat.hangs_up_on(ann)          the network ends her connection
words.word(), words.text(size)         random; `size` counts bytes"""


def verbs() -> None:
    """Print what people can do in a dialogue."""
    print(VERBS)


def examine(dialogue: Callable) -> bool:
    """Say what a dialogue is worth, and how the mended patient does.

    The name of the dialogue says the case: `case3` is for case 3. Return
    whether it fails on the broken server, and on no other.
    """
    number = int(re.search(r"\d+|$", dialogue.__name__)[0] or 0)
    if number not in CASES:
        print("Which case? Call the dialogue case2, for instance.")
        return False
    if _is_blank(dialogue):
        print(f"Case {number}: no dialogue yet.")
        return False
    results = _ward(dialogue, [number])
    print(f"Case {number}")
    if "trouble" in results:
        _say("", results["trouble"]["mistake"])
        return False
    broken, ours = results[f"case {number}"], results["ours"]
    first, *more = _test(broken, ours)
    _say("test", first)
    for line in more:
        _say("", line)
    if broken["passed"] or not ours["passed"]:
        return False  # the rule is for who has found it
    _say("name", _name(dialogue, broken["rules"]))
    if "yours" not in results:
        _say("mend", f"not begun: clinic/mended/case{number}.py is as it came")
    elif results["yours"]["passed"]:
        _say("mend", _discharge(results["yours"]))
    else:
        _say("mend", "your server still fails. " + _told(results["yours"]))
    return True


def visit(dialogue: Callable) -> dict[int, bool]:
    """Play a dialogue to all eight patients; return who passed."""
    results = _ward(dialogue, list(CASES))
    if "trouble" in results:
        print(results["trouble"]["mistake"])
        return {}
    passed = {n: results[f"case {n}"]["passed"] for n in CASES}
    for verb, value in (("passed by", True), ("failed by", False)):
        who = [str(n) for n in CASES if passed[n] is value]
        print(f"{verb} broken servers: {', '.join(who) or 'none'}")
    verb = "passed by" if results["ours"]["passed"] else "failed by"
    print(f"{verb} ours")
    return passed


def difference(number: int) -> None:
    """Print what was changed to mend a patient."""
    texts = [
        (HERE / "clinic" / kind / f"case{number}.py").read_text("utf-8")
        for kind in ("broken", "mended")
    ]
    lines = difflib.unified_diff(*(t.splitlines() for t in texts), n=1)
    print("\n".join(list(lines)[3:]) or "nothing yet")


def _ward(dialogue: Callable, cases: list[int]) -> dict[str, dict]:
    """Run the ward in a process of its own; return its results by name."""
    if not (HERE.parent / "solution" / "server.py").exists():
        return _trouble(
            "solution/ is not there, and the patients are made of it. Ask "
            "whoever gave you the kit, or clone it again."
        )
    source = textwrap.dedent(inspect.getsource(dialogue))
    name = dialogue.__name__
    order = json.dumps({"source": source, "name": name, "cases": cases})
    try:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", str(WARD)],
            input=order,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired:
        return _trouble(f"It took longer than {PATIENCE} seconds: stopped.")
    if done.returncode:
        return _trouble(done.stderr.strip()[-1500:])
    results = {result.pop("who"): result for result in json.loads(done.stdout)}
    print(results.get("ours", {}).get("said", ""), end="")
    return results


def _trouble(text: str) -> dict[str, dict]:
    return {"trouble": {"mistake": text}}


def _is_blank(dialogue: Callable) -> bool:
    """Is there nothing in it but a docstring and dots?"""
    source = textwrap.dedent(inspect.getsource(dialogue))
    body = ast.parse(source).body[0].body
    return all(
        isinstance(node, ast.Pass)
        or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        )
        for node in body
    )


def _name(dialogue: Callable, rules: list[str]) -> str:
    """Say whether the docstring names a rule that the patient breaks."""
    named = re.findall(r"\b[PC]\d+\b", dialogue.__doc__ or "")
    if not named:
        return "not given: which rule of protocol.md does it break?"
    wrong = [rule for rule in named if rule not in rules]
    if wrong:
        return f"{', '.join(wrong)}? It keeps that. Look again."
    return f"{', '.join(named)}: yes, that is what it breaks."


def _test(broken: dict, ours: dict) -> list[str]:
    """Say what a dialogue is worth."""
    for result in (ours, broken):
        if "mistake" in result:
            return ["has a mistake of its own. " + result["mistake"]]
    if not ours["passed"]:
        return [
            "fails on ours too: a test that always fails is no test.",
            _told(ours),
            "Before that:",
            *(f"  {step}" for step in ours["steps"]),
        ]
    if broken["passed"]:
        return [
            "passes on the broken server, and on ours.",
            "A test that cannot fail is no test.",
        ]
    return [
        f"fails on the broken server. {_told(broken)}",
        "passes on ours. It would have caught it.",
    ]


def _discharge(yours: dict) -> str:
    """Say whether a patient that passes the reader's test may go home."""
    whose = f"your server passes your test, {{}} for Task {yours['task']}"
    if not yours["lacks"]:
        return whose.format("and all of ours") + ". It may go home."
    whose = whose.format("but not all of ours")
    return f"{whose}. One of them says: {yours['lacks']}"


def _told(result: dict) -> str:
    """Say what was expected, and how it went wrong."""
    if "mistake" in result:
        return result["mistake"]
    raised = "".join(f"; a thread raised {name}" for name in result["raised"])
    asked = result["expected"]
    return f"{asked[0].upper()}{asked[1:]}? No, {result['how']}{raised}."


def _say(label: str, text: str) -> None:
    """Print a label and a text beside it, in 79 columns."""
    print(
        textwrap.fill(
            text,
            79,
            initial_indent=f"  {label:6}",
            subsequent_indent=" " * 8,
        )
    )
