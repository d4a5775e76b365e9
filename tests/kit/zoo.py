"""Builds submissions out of the programs in tests/zoo."""

import ast
import re
import runpy
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

from harness.submission import SourceFile
from harness.tasks import FILES, TASKS

ROOT = Path(__file__).resolve().parents[2]
WRONG = ROOT / "tests" / "zoo" / "wrong"
HOSTILE = ROOT / "tests" / "zoo" / "hostile"
RIGHT = ROOT / "tests" / "zoo" / "right"


def right_programs() -> list[Path]:
    """Return the folders of the right programs."""
    return sorted(path for path in RIGHT.iterdir() if path.is_dir())


def lay_out_right(make: Path, folder: Path) -> Path:
    """Copy a program to `folder`; what it does not have is the solution's."""
    for source in (ROOT / "solution", make):
        for path in source.glob("*.py"):
            (folder / path.name).write_bytes(path.read_bytes())
    return folder


@dataclass
class Wrong:
    """One wrong program of the zoo."""

    name: str
    task: int
    fails: list[str]  # the tests that must fail, exactly these
    may: list[str]  # those that a race may fail as well, or may not
    says: str  # words that the likely cause must hold
    bodies: dict[str, str]  # qualified name -> source of the function

    def lay_out(self, folder: Path, base: Path = ROOT / "solution") -> Path:
        """Write `base` with the wrong bodies into `folder`."""
        for name in FILES:
            bodies = {
                k.removeprefix(name + ":"): self.bodies[k] for k in self.bodies
            }
            text = spoil(SourceFile(base / name), bodies)
            folder.joinpath(name).write_text(text, "utf-8")
        return folder


@dataclass
class Hostile:
    """One program of the zoo that tries to hang, flood or cheat the grader.

    It has no right body for its task, so each point is undeserved, but for
    the tests in `passes`.
    """

    name: str
    file: str  # where the head goes
    task: int
    says: str  # words that the report must hold
    passes: list[str]
    bodies: dict[str, str]  # qualified name -> source of the function
    head: str  # runs when the file is loaded
    whole: str | bytes | None  # the file, if it is another one altogether
    others: dict[str, str] = field(default_factory=dict)  # more files

    @property
    def mark(self) -> str:
        """Return a word by which to know its processes."""
        return f"hostile-{self.name}"

    def lay_out(self, folder: Path) -> Path:
        """Write the solution, made hostile, into `folder`."""
        for name in FILES:
            text = (ROOT / "solution" / name).read_text("utf-8")
            folder.joinpath(name).write_text(text, "utf-8")
        path = folder / self.file
        whole = self._text() if self.whole is None else self.whole
        data = whole.encode() if isinstance(whole, str) else whole
        path.write_bytes(data)
        for name, text in self.others.items():
            folder.joinpath(name).write_text(text, "utf-8")
        return folder

    def _text(self) -> str:
        file = SourceFile(ROOT / "solution" / self.file)
        text = spoil(file, self.bodies)
        node = next(
            node
            for node in ast.parse(text).body
            if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        )
        lines = text.splitlines(keepends=True)
        head = f"MARK = {self.mark!r}\n{self.head}\n"
        return "".join(
            [*lines[: node.lineno - 1], head, *lines[node.lineno - 1 :]]
        )


def spoil(file: SourceFile, bodies: dict[str, str]) -> str:
    """Return the text of a file, with other bodies in place."""
    lines = file.data.decode().splitlines(keepends=True)
    for function, node in sorted(
        file.functions.items(), key=lambda pair: -pair[1].lineno
    ):
        if function in bodies:
            body = textwrap.indent(bodies[function], " " * node.col_offset)
            lines[node.lineno - 1 : node.end_lineno] = [body + "\n"]
    return "".join(lines)


def read_hostile(path: Path) -> Hostile:
    """Return the hostile program of one file. (Its functions are not run.)"""
    text = path.read_text("utf-8")
    facts = runpy.run_path(str(path))
    given = {
        node.name: ast.get_source_segment(text, node)
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef)
    }
    bodies = {}
    for blank in TASKS[facts["TASK"]].blanks:
        name = blank.rpartition(".")[2]
        bodies[blank] = given.get(name) or _unwritten(facts["FILE"], blank)
    return Hostile(
        path.stem,
        facts["FILE"],
        facts["TASK"],
        facts["SAYS"],
        facts.get("PASSES", []),
        bodies,
        facts.get("HEAD", ""),
        facts.get("WHOLE"),
        facts.get("OTHERS", {}),
    )


def _unwritten(file: str, blank: str) -> str:
    """Return a blank that raises, its parameters as they are."""
    node = SourceFile(ROOT / "solution" / file).functions[blank]
    name = blank.rpartition(".")[2]
    arguments = ast.unparse(node.args)
    return f"def {name}({arguments}):\n    raise RuntimeError('not written')"


def hostile_programs() -> list[Hostile]:
    """Return all hostile programs, by name."""
    return [read_hostile(path) for path in sorted(HOSTILE.glob("*.py"))]


def read(path: Path) -> Wrong:
    """Return the wrong program of one file."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    facts = {
        node.targets[0].id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
    }
    blanks = TASKS[facts["TASK"]].blanks
    names = {blank.rpartition(".")[2]: blank for blank in blanks}
    names |= facts.get("REPLACES", {})
    bodies = {
        names[node.name]: ast.get_source_segment(text, node).replace(
            f"def {node.name}(",
            f"def {re.split('[.:]', names[node.name])[-1]}(",
        )
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    return Wrong(
        path.stem,
        facts["TASK"],
        facts.get("FAILS", []),
        facts.get("MAY_FAIL", []),
        facts.get("SAYS", ""),
        bodies,
    )


def wrong_programs() -> list[Wrong]:
    """Return all wrong programs, by name."""
    return [read(path) for path in sorted(WRONG.glob("*.py"))]
