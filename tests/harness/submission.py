"""Whose code runs: the student's body for one task, ours for the others.

A submission is three files. `Submission.plan(task)` says how to run them so
that only the task at hand is graded ("yours or ours"), or refuses with the
reason. Files are read and parsed here, never run.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from harness.tasks import FILES, TASKS, Task

MAX_SIZE = 200_000  # bytes of a file; the longest of ours has 12,000
DEEPEST = 200  # levels of a syntax tree

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Plan:
    """How to run a submission for one task.

    `sources`: the files to lay out, as the student wrote them. `ours`: for
    each file the functions whose body is replaced, name to reference source.
    `has_our_parts`: only blanks were filled, so that its classes and threads
    are those of the starter, and may be looked at from inside.
    """

    sources: dict[str, bytes]
    ours: dict[str, dict[str, str]] = field(default_factory=dict)
    has_our_parts: bool = False


class Refusal(Exception):
    """Why a task is not run: `state` for the scoreboard, and the reason."""

    def __init__(self, state: str, reason: str) -> None:
        super().__init__(reason)
        self.state, self.reason = state, reason


class SourceFile:
    """One file: its bytes, its syntax tree, or what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.data = b""
        self.tree = ast.Module([], [])
        self.problem = self._read(path)
        self.functions = dict(_functions(self.tree.body))

    def _read(self, path: Path) -> str:
        """Fill in data and tree; return what is wrong, "" if nothing."""
        if not path.is_file():
            return f"There is no {self.name} in {path.parent.name}/."
        try:
            if path.stat().st_size > MAX_SIZE:
                return f"{self.name} is larger than {MAX_SIZE} bytes."
            self.data = path.read_bytes()
            text = self.data.decode("utf-8-sig")
        except OSError as error:
            return f"{self.name} cannot be read: {error.strerror}."
        except UnicodeDecodeError as error:
            line = self.data[: error.start].count(b"\n") + 1
            return (
                f"{self.name}, line {line}: not UTF-8. "
                "Save the file with the encoding UTF-8."
            )
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            return _syntax(self.name, error)
        except (ValueError, RecursionError, MemoryError):
            return f"{self.name} is not a Python program."
        if _is_deep(tree):
            return f"{self.name} is nested too deep to be graded."
        self.tree = tree
        return ""

    def source(self, function: str) -> str:
        """Return the text of a function, decorators left out."""
        node = self.functions[function]
        lines = self.data.decode("utf-8-sig").splitlines(keepends=True)
        return "".join(lines[node.lineno - 1 : node.end_lineno])


class Submission:
    """A folder to grade, beside the reference that fills in the rest."""

    def __init__(self, folder: Path, reference: Path) -> None:
        self.folder = folder
        self.files = {name: SourceFile(folder / name) for name in FILES}
        self.reference = {name: SourceFile(reference / name) for name in FILES}
        if any(file.problem for file in self.reference.values()):
            self.reference = {}  # then every file is graded as it stands
        self.changes = {name: self._changes(name) for name in FILES}

    def _changes(self, name: str) -> list[str]:
        """Say where a file is no longer the starter with blanks filled."""
        file = self.files[name]
        if name not in self.reference or file.problem:
            return []
        blanks = {b for task in TASKS.values() for b in task.blanks}
        return list(_differences(self.reference[name].tree, file.tree, blanks))

    def composable(self, name: str) -> bool:
        """Return whether our bodies fit into this file."""
        return name in self.reference and not self.changes[name]

    def blank_state(self, task: Task) -> str:
        """Return "begun", "not started", or "missing" for a task."""
        if not task.file or self.files[task.file].problem:
            return "begun"
        if self.composable(task.file) and self.deleted(task):
            return "missing"
        found = set(task.blanks) - set(self.deleted(task))
        # Another structure altogether has no blanks: it is begun.
        untouched = found and found == set(self.left_to_do(task))
        return "not started" if untouched else "begun"

    def deleted(self, task: Task) -> list[str]:
        """Return the blanks of a task that are not in the file any more."""
        functions = self.files[task.file].functions
        return [name for name in task.blanks if name not in functions]

    def left_to_do(self, task: Task) -> list[str]:
        """Return the blanks of a task that still raise, by name."""
        if not task.file:
            return []
        functions = self.files[task.file].functions
        # In another structure, what raises or is empty may be meant so.
        is_blank = _is_blank if self.composable(task.file) else _is_untouched
        return [
            name
            for name in task.blanks
            if name in functions and is_blank(functions[name])
        ]

    def line_of(self, blank: str, file: str) -> int:
        """Return the line where a function of a file starts; 1 if none."""
        node = self.files[file].functions.get(blank)
        return node.lineno if node else 1

    def text(self, file: str) -> str:
        """Return a file as text, whatever is in it; "" if there is none."""
        return self.files[file].data.decode("utf-8", "replace")

    def source_line(self, file: str, number: int) -> str:
        """Return one line of a file, stripped; "" if there is none."""
        if file not in self.files:
            return ""  # code can say that it is of any file
        lines = self.text(file).split("\n")
        return lines[number - 1].strip() if 0 < number <= len(lines) else ""

    def plan(self, task: Task) -> Plan:
        """Return how to run the files for `task`; Refusal if it cannot be."""
        self._refuse_the_unstarted(task)
        if task.file and self.composable(task.file):
            return self._compose(task)
        return self._as_it_is(task)

    def as_it_stands(self, task: Task) -> Plan:
        """Return how to run the files with no body of ours; or Refusal."""
        self._refuse_the_unstarted(task)
        return self._as_it_is(task)

    def has_own_split(self, task: Task) -> bool:
        """Return whether a task could do better beside the student's own
        bodies: ours took the place of some that are there, and differ."""
        if not (task.file and self.composable(task.file)):
            return False
        try:
            self.as_it_stands(task)
        except Refusal:
            return False
        return any(
            not _same_function(
                self.reference[other.file].functions[blank],
                self.files[other.file].functions[blank],
                blank=False,
            )
            for other in TASKS.values()
            if other is not task and other.number in task.needs
            for blank in other.blanks
        )

    def _refuse_the_unstarted(self, task: Task) -> None:
        """Raise Refusal unless the student has begun this task."""
        if task.file:
            self._refuse_the_broken(self.files[task.file])
        state = self.blank_state(task)
        if state == "not started":
            raise Refusal("not started", "")
        if state == "missing":
            reason = f"{task.file} has no `{self.deleted(task)[0]}` any more: "
            raise Refusal("broken", reason + "put its blank back.")

    def _refuse_the_broken(self, file: SourceFile) -> None:
        """Raise Refusal if a file is not there, or is no Python."""
        if file.problem:
            state = "broken" if file.data else "missing"
            raise Refusal(state, file.problem + self._elsewhere(file.name))

    def _elsewhere(self, name: str) -> str:
        """Return a hint if a file that is missing is one folder deeper."""
        if (self.folder / name).exists():
            return ""
        for path in sorted(self.folder.glob(f"*/{name}")):
            return f" There is one in {path.parent.name}/: grade that?"
        return ""

    def _compose(self, task: Task) -> Plan:
        """Keep the student's body for `task`, put ours into the others."""
        plan = Plan({}, has_our_parts=True)
        for name in FILES:
            file, ours = self.files[name], self.reference[name]
            if not self.composable(name) or file.problem:
                # A file of another task must not fail this one.
                keep = ours if file.problem else file
                plan.sources[name] = keep.data
                continue
            plan.sources[name] = file.data
            plan.ours[name] = {
                blank: ours.source(blank)
                for other in TASKS.values()
                if other.file == name and other is not task
                for blank in other.blanks
            }
        return plan

    def _as_it_is(self, task: Task) -> Plan:
        """Run the files as they stand, if all that it takes is there."""
        begun = {
            number
            for number, other in TASKS.items()
            if self.blank_state(other) == "begun"
            and not self.left_to_do(other)
        }
        missing = [n for n in task.needs if n not in {*begun, task.number}]
        if missing:
            word = "tasks" if len(missing) > 1 else "task"
            raise Refusal("not tried", f"needs {word} {_and(missing)} first")
        for name in self._used_by(task):
            self._refuse_the_broken(self.files[name])
        sources = {n: f.data for n, f in self.files.items() if f.data}
        has_our_parts = bool(task.file) and self.composable(task.file)
        return Plan(sources, has_our_parts=has_our_parts)

    def _used_by(self, task: Task) -> set[str]:
        """Return the files that the tests of a task run."""
        numbers = {*task.needs, task.number}
        return {TASKS[n].file for n in numbers if TASKS[n].file}

    def warnings(self) -> list[str]:
        """Return what the student should know before the grade."""
        found = []
        for name in FILES:
            changes = self.changes[name]
            if len(changes) > 3:
                changes = ["this is another program than the starter"]
            for change in changes[:1]:
                found.append(f"{name}: {change}. It is graded as it stands.")
        for path in sorted(self.folder.glob("*.py")):
            if path.stem in sys.stdlib_module_names:
                found.append(
                    f"{path.name} hides Python's own module of that name "
                    "from your programs. Give it another name."
                )
        return found


def _and(numbers: list[int]) -> str:
    """Return "1", "1 and 2", "1, 2 and 3"."""
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}" if most else last


def _syntax(name: str, error: SyntaxError) -> str:
    """Return a sentence for a syntax error, with its line."""
    if isinstance(error, TabError):
        advice = "tabs and spaces are mixed. Use four spaces, never a tab."
        return f"{name}, line {error.lineno}: {advice}"
    text = (error.text or "").strip()
    shown = f": `{text[:60]}`" if text else ""
    where = f"{name}, line {error.lineno}{shown}"
    return f"{where}: not Python ({error.msg})."


def _is_deep(tree: ast.AST) -> bool:
    """Return whether to walk a tree would take too many calls."""
    level = [tree]
    for _ in range(DEEPEST):
        level = [n for node in level for n in ast.iter_child_nodes(node)]
    return bool(level)


def _functions(
    body: list[ast.stmt], prefix: str = ""
) -> Iterator[tuple[str, Function]]:
    """Yield the functions and methods of a file by their qualified name."""
    for node in body:
        if isinstance(node, FUNCTIONS):
            yield prefix + node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, f"{prefix}{node.name}.")


def _without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    first = body[0] if body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        return body[1:] if isinstance(first.value.value, str) else body
    return body


def _is_untouched(node: Function) -> bool:
    """Return whether a blank is as it came."""
    body = _without_docstring(node.body)
    return (
        len(body) == 1
        and isinstance(body[0], ast.Raise)
        and body[0].exc is not None
        and "'Task " in ast.dump(body[0].exc)
    )


def _is_blank(node: Function) -> bool:
    """Return whether a blank was not begun: it raises, or does nothing."""
    body = _without_docstring(node.body)
    if not body:
        return True
    if len(body) > 1:
        return False
    (only,) = body
    if isinstance(only, ast.Raise) and only.exc is not None:
        return "NotImplementedError" in ast.dump(only.exc)
    is_dots = isinstance(only, ast.Expr) and isinstance(
        only.value, ast.Constant
    )
    return isinstance(only, ast.Pass) or is_dots


def _differences(
    ours: ast.Module | ast.ClassDef,
    yours: ast.Module | ast.ClassDef,
    blanks: set[str],
    prefix: str = "",
) -> Iterator[str]:
    """Yield what of `ours` is missing or changed in `yours`.

    What the student added is welcome; the bodies of blanks are not looked
    at; docstrings and comments do not count.
    """
    named = (ast.ClassDef, *FUNCTIONS)
    by_name = {n.name: n for n in yours.body if isinstance(n, named)}
    plain = {ast.dump(n) for n in yours.body if not isinstance(n, named)}
    for node in _without_docstring(ours.body):
        if not isinstance(node, named):
            if ast.dump(node) not in plain:
                yield f"`{ast.unparse(node)[:50]}` was changed"
            continue
        name = prefix + node.name
        other = by_name.get(node.name)
        if other is None and name in blanks:
            continue  # its task says so; ours takes its place in the others
        if type(other) is not type(node):
            yield f"`{name}` is not there"
        elif isinstance(node, ast.ClassDef):
            yield from _differences(node, other, blanks, f"{name}.")
        elif not _same_function(node, other, name in blanks):
            yield f"`{name}` was changed"


def _same_function(ours: Function, yours: Function, blank: bool) -> bool:
    """Compare two functions: parameters, and the body unless it is blank."""
    names = [[a.arg for a in f.args.args] for f in (ours, yours)]
    if names[0] != names[1]:
        return False
    bodies = [_without_docstring(f.body) for f in (ours, yours)]
    return blank or [ast.dump(n) for n in bodies[0]] == [
        ast.dump(n) for n in bodies[1]
    ]
