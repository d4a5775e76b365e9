"""Builds submissions out of the wrong programs in tests/zoo/wrong."""

import ast
import textwrap
from dataclasses import dataclass
from pathlib import Path

from harness.submission import SourceFile
from harness.tasks import FILES, TASKS

ROOT = Path(__file__).resolve().parents[2]
WRONG = ROOT / "tests" / "zoo" / "wrong"


@dataclass
class Wrong:
    """One wrong program of the zoo."""

    name: str
    task: int
    fails: list[str]  # the tests that must fail, exactly these
    may: list[str]  # those that a race may fail as well, or may not
    says: str  # words that the likely cause must hold
    bodies: dict[str, str]  # qualified name -> source of the function

    def lay_out(self, folder: Path) -> Path:
        """Write the solution with the wrong bodies into `folder`."""
        for name in FILES:
            file = SourceFile(ROOT / "solution" / name)
            folder.joinpath(name).write_text(self.spoil(file), "utf-8")
        return folder

    def spoil(self, file: SourceFile) -> str:
        """Return the text of a file, the wrong bodies in place."""
        lines = file.data.decode().splitlines(keepends=True)
        for function, node in sorted(
            file.functions.items(), key=lambda pair: -pair[1].lineno
        ):
            if function in self.bodies:
                body = textwrap.indent(
                    self.bodies[function], " " * node.col_offset
                )
                lines[node.lineno - 1 : node.end_lineno] = [body + "\n"]
        return "".join(lines)


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
            f"def {node.name}(", f"def {names[node.name].rpartition('.')[2]}("
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
