"""The ward: plays a dialogue to broken servers, and to healthy ones.

`clinic.py` runs it in a process of its own, with an order on standard input;
the results come out as JSON. The servers run under the harness of the tests,
in child processes of this one.
"""

import ast
import contextlib
import inspect
import io
import json
import linecache
import os
import subprocess
import sys
import tempfile
import textwrap
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(HERE)]

import psutil

from harness.chat import Chat
from harness.complaint import Complaint, Kind
from harness.patience import patience
from harness.people import Person, Record
from harness.process import adopt_orphans, kill_strays, spare
from harness.program import Program
from harness.submission import Plan, SourceFile
from harness.tasks import FILES
from harness.words import Words
from relay import Relay, cut

SEED = 1
STEPS = 6  # of the story that are told
TOLD = {Kind.VALUE, Kind.LEFT_BEHIND, Kind.EXIT}  # what came is told
NAME = "dialogue"  # what the dialogue's source is called in a traceback


@dataclass
class Case:
    """What is broken: a function, the rules that it breaks by that, and the
    task whose tests find it."""

    file: str
    function: str
    rules: tuple[str, ...]
    task: int


CASES = {
    1: Case("framing.py", "read_lines", ("P2", "P7"), 3),
    2: Case("server.py", "ChatServer.__init__", ("P1",), 12),
    3: Case("server.py", "ChatServer.welcome", ("P6", "P7"), 4),
    4: Case("server.py", "ChatServer.sender_thread", ("P3", "P7"), 8),
    5: Case("server.py", "Client.hang_up", ("P9", "P3"), 5),
    6: Case("server.py", "ChatServer.client_thread", ("P10",), 5),
    7: Case("server.py", "ChatServer.close", ("P12",), 9),
    8: Case("server.py", "Client.writer_thread", ("P11", "P7"), 6),
}


class RelayedChat(Chat):
    """A server whose people all come through a relay."""

    relay: Relay | None = None

    def starts(self, port: int = 0) -> tuple[str, int]:
        """Start the server, and a relay before it."""
        self.relay = Relay(super().starts(port))
        return self.relay.address

    def hangs_up_on(self, person: Person) -> None:
        """Let the network end a connection: the relay closes both ends."""
        self.record.note("network", f"hangs up on {person.name}")
        cut(*self.relay.ways[person.conn.getsockname()])

    def close(self) -> None:
        """Send everybody home."""
        super().close()
        if self.relay:
            self.relay.close()


# What a dialogue can ask for: a class, and how the server is run.
CHATS = {
    "chat": (Chat, {}),
    "narrow_chat": (Chat, {"narrow": True}),
    "busy_chat": (Chat, {"narrow": True, "jitter": SEED}),
    "relayed_chat": (RelayedChat, {}),
}


def healthy() -> Plan:
    """Our server, as it stands in solution/."""
    folder = ROOT / "solution"
    return Plan({name: (folder / name).read_bytes() for name in FILES})


def patient(number: int, kind: str = "broken") -> Plan:
    """Our server with one function from clinic/broken or clinic/mended."""
    case = CASES[number]
    plan = healthy()
    plan.ours[case.file] = {case.function: function(number, kind)}
    return plan


def function(number: int, kind: str) -> str:
    """Return the source of a patient's function; ValueError if none is."""
    path = HERE / kind / f"case{number}.py"
    name = CASES[number].function.rpartition(".")[2]
    try:
        text = path.read_text("utf-8")
        body = ast.parse(text).body
    except OSError:
        raise ValueError(f"clinic/{kind}/{path.name} is not there") from None
    except SyntaxError as error:
        where = f"clinic/{kind}/{path.name}, line {error.lineno}"
        raise ValueError(f"{where}: not Python ({error.msg})") from None
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return ast.get_source_segment(text, node)
    raise ValueError(f"clinic/{kind}/{path.name} has no `{name}` any more")


def is_begun(number: int) -> bool:
    """Is the mended function another one than the broken one?"""
    sources = [function(number, kind) for kind in ("broken", "mended")]
    one, other = (ast.dump(ast.parse(source)) for source in sources)
    return one != other


def graded(number: int, kind: str = "mended") -> dict:
    """Grade a patient's task: its `task`, and what it `lacks` (or "").

    RuntimeError, with what the grader printed, if it gave no points.
    """
    case = CASES[number]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    command += ["--task", str(case.task)]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    with tempfile.TemporaryDirectory() as name:
        folder, points = Path(name), Path(name, "points")
        for file, data in healthy().sources.items():
            (folder / file).write_bytes(data)
        (folder / case.file).write_text(_whole(number, kind), "utf-8")
        command += [f"--submission={folder}", f"--json={points}"]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True)
        if not points.exists():
            printed = (done.stdout + done.stderr).decode("utf-8", "replace")
            raise RuntimeError(f"no points; the grader printed:\n{printed}")
        tests = json.loads(points.read_bytes())["tests"]
    failed = [t["sentence"] for t in tests if t["state"] != "passed"]
    return {"task": case.task, "lacks": failed[0] if failed else ""}


def _whole(number: int, kind: str) -> str:
    """Return the file of solution/ with the patient's function in it."""
    case = CASES[number]
    file = SourceFile(ROOT / "solution" / case.file)
    node = file.functions[case.function]
    lines = file.data.decode().splitlines()
    new = textwrap.indent(function(number, kind), " " * node.col_offset)
    lines[node.lineno - 1 : node.end_lineno] = new.splitlines()
    return "\n".join(lines) + "\n"


def play(dialogue: Callable, plan: Plan) -> dict:
    """Play a dialogue to one server; return how it went, for JSON."""
    record, words = Record(), Words(SEED, dialogue.__name__)
    programs: list[Program] = []

    def start(options: dict, *args: str) -> Program:
        programs.append(Program(plan, "server.py", *args, **options))
        return programs[-1]

    said = io.StringIO()  # what it prints
    given: dict = {"words": words} if "words" in _asks(dialogue) else {}
    with contextlib.ExitStack() as stack:
        try:
            for name in _asks(dialogue) & CHATS.keys():
                kind, options = CHATS[name]
                given[name] = kind(partial(start, options), record, words)
                stack.callback(given[name].close)
            with contextlib.redirect_stdout(said):
                dialogue(**given)
            return {"passed": True, "said": said.getvalue()}
        except Complaint as error:
            # The kind says it in words that are the same in every run.
            how = error.got if error.kind in TOLD else error.kind.value
            told = {"expected": error.expected, "how": how}
        except psutil.NoSuchProcess:
            told = {"expected": "the server runs on", "how": "it has ended"}
        except Exception as error:
            told = _failure(error)
        finally:
            raised = [e["type"] for p in programs for e in p.exceptions()]
            for program in programs:
                program.stop()
            kill_strays()
    steps = [f"{who} {what}" for _, who, what in record.events[-STEPS:]]
    story = {"raised": raised[:1], "steps": steps, "said": said.getvalue()}
    return {"passed": False, **story, **told}


def _asks(dialogue: Callable) -> set[str]:
    """The names of what a dialogue is to be given."""
    return set(inspect.signature(dialogue).parameters)


def _failure(error: Exception) -> dict:
    """Tell an `assert` of the dialogue from a mistake of its own."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    if isinstance(error, AssertionError) and last.filename == NAME:
        how = str(error) or "that is not so"
        return {"expected": f"Your `{last.line}`", "how": how}
    return {"mistake": _mistake(error)}


def _mistake(error: Exception) -> str:
    """Say where a dialogue went wrong by itself, how, and perhaps why."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == NAME]
    where = f"line {lines[-1]} of it: " if lines else ""
    advice = ""
    if isinstance(error, AttributeError):
        if "'list' object" in str(error):
            advice = '; join gives a list: chat.joins("X") gives one guest'
        elif "'NoneType'" in str(error) and frames[-1].filename != NAME:
            advice = (
                "; nobody has joined yet: the first guest starts the server"
            )
    return f"{where}{type(error).__name__}: {error}{advice}"


def visits(dialogue: Callable, cases: list[int]) -> Iterator[dict]:
    """Play it to our server, to each patient, and to what was mended."""
    yield {"who": "ours", **play(dialogue, healthy())}
    for number in cases:
        rules = CASES[number].rules
        result = play(dialogue, patient(number))
        yield {"who": f"case {number}", "rules": rules, **result}
    if len(cases) == 1:
        try:
            if is_begun(cases[0]):
                result = play(dialogue, patient(cases[0], "mended"))
                if result["passed"]:
                    result |= graded(cases[0])
                yield {"who": "yours", **result}
        except ValueError as error:
            yield {"who": "yours", "passed": False, "mistake": str(error)}


def main() -> None:
    """Do what the order says; print the results."""
    order = json.loads(sys.stdin.read())
    adopt_orphans()
    patience.calibrate()
    code = compile(order["source"], NAME, "exec")
    lines = order["source"].splitlines(keepends=True)
    linecache.cache[NAME] = (len(order["source"]), None, lines, NAME)
    names: dict = {}
    try:
        exec(code, names)
        results = list(visits(names[order["name"]], order["cases"]))
    except Exception as error:
        results = [{"who": "trouble", "mistake": _mistake(error)}]
    finally:
        spare.end()
    print(json.dumps(results))


if __name__ == "__main__":
    main()
